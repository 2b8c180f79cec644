"use client";

import { Check, Minus } from "lucide-react";
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
    <label className="relative inline-flex min-h-6 min-w-6 items-start gap-2.5 py-0.5">
      <input
        {...rest}
        ref={hold}
        type="checkbox"
        className="peer mt-0.5 size-4 flex-none appearance-none rounded-small border-[1.5px] border-edge bg-raised transition-colors checked:border-primary checked:bg-primary indeterminate:border-primary indeterminate:bg-primary disabled:opacity-55"
      />
      <Check
        aria-hidden="true"
        strokeWidth={3}
        className="pointer-events-none absolute start-[3px] top-[7px] hidden size-2.5 stroke-3! text-on-primary peer-checked:block peer-indeterminate:hidden"
      />
      <Minus
        aria-hidden="true"
        className="pointer-events-none absolute start-[3px] top-[7px] hidden size-2.5 stroke-3! text-on-primary peer-indeterminate:block"
      />
      {children ? (
        <span className="wrap-anywhere min-w-0">
          {children}
          {hint ? <span className="block text-label text-muted">{hint}</span> : null}
        </span>
      ) : null}
    </label>
  );
}
