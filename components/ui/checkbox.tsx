"use client";

import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";

type Props = Omit<ComponentProps<"input">, "type" | "size" | "className" | "children"> & {
  /** Beside the box. Without it, give an `aria-label`. */
  children?: ReactNode;
  hint?: ReactNode;
  /** Some of the boxes that it stands for are ticked, but not all. */
  partly?: boolean;
};

export function Checkbox({ children, hint, partly = false, ref, ...rest }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly;
  }, [partly]);

  function hold(element: HTMLInputElement | null) {
    box.current = element;
    if (typeof ref === "function") ref(element);
    else if (ref) ref.current = element;
  }

  return (
    <label className="inline-flex min-h-6 min-w-6 items-start gap-2.5 py-0.5">
      <input {...rest} ref={hold} type="checkbox" className="tick-box mt-0.5" />
      {children ? (
        <span className="wrap-anywhere min-w-0">
          {children}
          {hint ? <span className="block text-label text-muted">{hint}</span> : null}
        </span>
      ) : null}
    </label>
  );
}
