import type { ReactNode } from "react";

/** The gutters of a page, and even gaps between what stands in it. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className="@container flex min-w-0 flex-1 flex-col gap-3.5 px-4 pb-8 md:px-7">{children}</div>;
}
