"use client";

import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "@/components/ui/button-style";
import { cx } from "@/components/ui/cx";
import { Spinner } from "@/components/ui/spinner";

export type ButtonProps = Omit<ComponentProps<"button">, "className"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Shown before the text; sized by the style sheet. */
  icon?: ReactNode;
  /** While it is true, the button keeps its width and its focus, and a click does nothing. */
  busy?: boolean;
  /** As wide as its container. */
  wide?: boolean;
};

export function Button(props: ButtonProps) {
  const {
    variant = "primary",
    size = "m",
    icon,
    busy = false,
    wide = false,
    onClick,
    children,
    ...rest
  } = props;

  function click(event: MouseEvent<HTMLButtonElement>) {
    if (busy) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(variant, size, wide)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"] || undefined}
      onClick={click}
    >
      <span className={cx("inline-flex items-center gap-2", busy && "opacity-0")}>
        {icon}
        {children}
      </span>
      {busy ? (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      ) : null}
    </button>
  );
}
