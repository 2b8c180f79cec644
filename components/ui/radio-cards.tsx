import type { ReactNode } from "react";
import type { RadioInputProps, RadioOption } from "@/components/ui/radio-group";
import { radioClass } from "@/components/ui/radio-style";

type Props = RadioInputProps & {
  legend: ReactNode;
  options: readonly RadioOption[];
  value?: string;
};

/** One of two or three that deserve to be compared side by side, such as plans. */
export function RadioCards({ legend, options, value, ...rest }: Props) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium text-label text-muted">{legend}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex items-start gap-3 rounded-[10px] border border-line-strong bg-raised p-3.5 transition-colors hover:border-edge has-checked:border-primary has-checked:bg-tint has-checked:shadow-[inset_0_0_0_1px_var(--primary)] has-disabled:opacity-55"
          >
            <input
              {...rest}
              {...(value === undefined ? {} : { checked: value === option.value })}
              type="radio"
              value={option.value}
              disabled={option.disabled ?? rest.disabled}
              className={radioClass}
            />
            <span className="min-w-0">
              <span className="block font-semibold">{option.label}</span>
              {option.hint ? <span className="block text-label text-muted">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
