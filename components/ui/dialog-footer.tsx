import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/**
 * The primary button first, then the others, from the start of the line. It stays in sight at the end of a
 * dialog that is taller than the window, and what scrolls fades out above it.
 */
export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <div
      className={cx(
        "sticky -bottom-6 z-2 -mx-6 mt-1 -mb-6 flex flex-wrap items-center gap-2.5 bg-raised px-6 pt-3 pb-6",
        "before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-3 before:bg-linear-to-t before:from-raised before:to-transparent",
      )}
    >
      {children}
    </div>
  );
}
