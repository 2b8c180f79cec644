import type { ComponentProps, ReactNode } from "react";
import { radioClass } from "@/components/ui/radio-style";

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

export type RadioInputProps = Omit<
  ComponentProps<"input">,
  "type" | "size" | "className" | "children" | "value" | "id"
>;

type Props = RadioInputProps & {
  legend: ReactNode;
  options: readonly RadioOption[];
  /** The one that is ticked, when the parent holds it; leave out with react-hook-form's `register`. */
  value?: string;
};

/** One of a few, each with a sentence that says what choosing it means. */
export function RadioGroup({ legend, options, value, ...rest }: Props) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium text-label text-muted">{legend}</legend>
      <div className="flex flex-col gap-2.5">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-6 items-start gap-2.5">
            <input
              {...rest}
              {...(value === undefined ? {} : { checked: value === option.value })}
              type="radio"
              value={option.value}
              disabled={option.disabled ?? rest.disabled}
              className={radioClass}
            />
            <span>
              <span className="font-medium">{option.label}</span>
              {option.hint ? <span className="block text-label text-muted">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
