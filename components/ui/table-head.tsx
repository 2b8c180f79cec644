import type { ReactNode } from "react";

/** The line of headings. On a phone the cells carry their headings themselves. */
export function Thead({ children }: { children: ReactNode }) {
  return (
    <thead className="border-b max-md:hidden">
      <tr>{children}</tr>
    </thead>
  );
}
