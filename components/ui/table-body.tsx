import type { ReactNode } from "react";

export function Tbody({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: lost with display: block
    <tbody role="rowgroup" className="max-md:block">
      {children}
    </tbody>
  );
}
