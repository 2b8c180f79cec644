import type { CSSProperties, ReactNode } from "react";

type Props = {
  /** What the table lists, for those who hear it. */
  label: string;
  /**
   * On a phone, how far the second line of a row stands in, in pixels: 44 under an avatar, 80 under an
   * avatar after a box to tick, 0 under text.
   */
  inset?: number;
  children: ReactNode;
};

/**
 * A table in a card. Under 768 pixels each row becomes two lines (see `Td`), so nothing scrolls
 * sideways; the roles are spelled out because `display: flex` takes the implied ones away.
 */
export function Table({ label, inset = 44, children }: Props) {
  return (
    <div className="overflow-clip rounded-card border bg-raised shadow-card">
      <table
        // biome-ignore lint/a11y/noRedundantRoles: display: block takes the implied role away
        role="table"
        aria-label={label}
        style={{ "--inset": `${inset}px` } as CSSProperties}
        className="w-full border-collapse max-md:block"
      >
        {children}
      </table>
    </div>
  );
}
