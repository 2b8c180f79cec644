import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

export type SelectOption = { value: string; label: string; disabled?: boolean };

type Props = Omit<ComponentProps<"select">, "children" | "size" | "className"> & {
  options: readonly SelectOption[];
  size?: "s" | "m" | "l";
};

const heights = { s: "h-[30px] text-sm", m: "h-9", l: "h-[42px]" };

/** The browser's own select, styled. It works with phones, keyboards and forms as they are used to it. */
export function Select({ options, size = "m", ...rest }: Props) {
  return (
    <span className="relative block">
      <select
        {...rest}
        className={cx("control block w-full min-w-0 appearance-none truncate ps-3 pe-9", heights[size])}
      >
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 end-3 my-auto text-muted"
      />
    </span>
  );
}
