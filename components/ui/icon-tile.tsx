import type { ReactNode } from "react";

/** A picture for rows that have no avatar: the kind of an item, a folder. */
export function IconTile({ children }: { children: ReactNode }) {
  return (
    <span className="grid size-8 flex-none place-items-center rounded-avatar bg-sunk text-muted">
      {children}
    </span>
  );
}
