import type { ReactNode } from "react";

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block rounded-small border border-line border-b-2 bg-sunk px-1.5 font-medium font-sans text-[11px] text-muted leading-4">
      {children}
    </kbd>
  );
}
