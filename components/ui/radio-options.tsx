import type { ComponentProps, ReactNode } from "react";
import { radioClass } from "@/components/ui/radio-style";

type Option = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

export type RadioProps = Omit<
  ComponentProps<"input">,
  "type" | "size" | "className" | "children" | "value" | "id"
> & {
  legend: ReactNode;
  options: readonly Option[];
  /** The one that is ticked, when the parent holds it; leave out with react-hook-form's `register`. */
  value?: string;
};

type Look = { list: string; option: string; label: string };

/** One of a few, each with a sentence that says what choosing it means. How they look is said by what uses this. */
export function RadioOptions({ legend, options, value, look, ...rest }: RadioProps & { look: Look }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium text-label text-muted">{legend}</legend>
      <div className={look.list}>
        {options.map((option) => (
          <label key={option.value} className={look.option}>
            <input
              {...rest}
              {...(value === undefined ? {} : { checked: value === option.value })}
              type="radio"
              value={option.value}
              disabled={option.disabled ?? rest.disabled}
              className={radioClass}
            />
            <span className="min-w-0">
              <span className={look.label}>{option.label}</span>
              {option.hint ? <span className="block text-label text-muted">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
