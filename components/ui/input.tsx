import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

export type InputProps = Omit<ComponentProps<"input">, "size" | "className"> & {
  /** m 36 pixels high, l 42 (sign-in). */
  size?: "m" | "l";
};

export function Input({ size = "m", ...rest }: InputProps) {
  return (
    <input {...rest} className={cx("control block w-full min-w-0 px-3", size === "l" ? "h-[42px]" : "h-9")} />
  );
}
