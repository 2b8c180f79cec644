import type { ReactNode } from "react";

/** The primary button first, then the others, from the start of the line. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap items-center gap-2.5">{children}</div>;
}
