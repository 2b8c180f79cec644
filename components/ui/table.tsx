import type { CSSProperties, ReactNode } from "react";
import { type SortChoice, SortMenu } from "@/components/ui/sort-menu";

type Props = {
  /** What the table lists, for those who hear it. */
  label: string;
  /**
   * On a phone, how far the second line of a row stands in, in pixels: 44 under an avatar, 80 under an
   * avatar after a box to tick, 0 under text.
   */
  inset?: number;
  /** The columns whose headings sort, so that a phone can sort by them too. */
  sorts?: readonly SortChoice[];
  children: ReactNode;
};

/**
 * A table in a card. Under 768 pixels each row becomes two lines (see `Td`), so nothing scrolls
 * sideways; the roles are spelled out because `display: flex` takes the implied ones away.
 */
export function Table({ label, inset = 44, sorts = [], children }: Props) {
  return (
    <div className="overflow-clip rounded-card border bg-raised shadow-card">
      {sorts.length > 0 ? <SortMenu sorts={sorts} /> : null}
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
