import type { ReactNode } from "react";

export function Tbody({ children }: { children: ReactNode }) {
  return (
    <tbody
      // biome-ignore lint/a11y/noRedundantRoles: display: block takes the implied role away
      role="rowgroup"
      className="max-md:block"
    >
      {children}
    </tbody>
  );
}
