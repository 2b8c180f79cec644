"use client";

import { type ReactNode, useEffect, useRef } from "react";

type Props = {
  /** The step took the place of another one, whose button had the focus. */
  focused: boolean;
  children: ReactNode;
};

/** What a step of a dialog says first. It takes the focus, so that the step is read from its beginning. */
export function StepLead({ focused, children }: Props) {
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (focused) text.current?.focus();
  }, [focused]);
  return (
    <p ref={text} tabIndex={-1} className="rounded-small text-muted">
      {children}
    </p>
  );
}
