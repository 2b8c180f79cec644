import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

export type InputProps = Omit<ComponentProps<"input">, "size" | "className"> & {
  /** m 36 pixels high, l 42 (sign-in). */
  size?: "m" | "l";
};

/**
 * A line of text. Unless it says what a browser may fill in, the browser does not keep what is typed: it would do so
 * on its disk, with the history of the page.
 */
export function Input({ size = "m", ...rest }: InputProps) {
  return (
    <input
      autoComplete="off"
      {...rest}
      className={cx("control block w-full min-w-0 px-3", size === "l" ? "h-[42px]" : "h-9")}
    />
  );
}
