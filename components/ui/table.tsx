import type { CSSProperties, ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { RowMenuHost } from "@/components/ui/row-menu";
import { type SortChoice, SortMenu } from "@/components/ui/sort-menu";

type TableProps = {
  /** What the table lists, for those who hear it. */
  label: string;
  /**
   * Where rows have two lines, how far the second line of a row stands in, in pixels: 44 under an avatar, 80 under an
   * avatar after a box to tick, 0 under text.
   */
  inset?: number;
  /** How wide the table has to be for its columns to stand side by side: s 480, m 640, l 832 pixels. */
  needs?: keyof typeof containers;
  /** The columns whose headings sort, so that a phone can sort by them too. */
  sorts?: readonly SortChoice[];
  children: ReactNode;
};

const containers = { s: "@container/s", m: "@container/m", l: "@container/l" };

/**
 * A table in a card. If its columns do not fit side by side, on a phone, in a zoom or beside a drawer, each row
 * becomes two lines (see `Td`), so that nothing scrolls sideways. The roles are written out because `display:
 * flex` takes the implied ones away.
 */
export function Table({ label, inset = 44, needs = "m", sorts = [], children }: TableProps) {
  return (
    <div className={cx(containers[needs], "overflow-clip rounded-card border bg-raised shadow-card")}>
      {sorts.length > 0 ? <SortMenu sorts={sorts} /> : null}
      <table
        // biome-ignore lint/a11y/noRedundantRoles: display: block takes the implied role away
        role="table"
        aria-label={label}
        style={{ "--inset": `${inset}px` } as CSSProperties}
        className="w-full border-collapse rows:block"
      >
        <RowMenuHost>{children}</RowMenuHost>
      </table>
    </div>
  );
}

/** The line of headings. In rows of two lines the cells carry their headings themselves. */
export function Thead({ children }: { children: ReactNode }) {
  return (
    <thead className="border-b rows:hidden">
      <tr>{children}</tr>
    </thead>
  );
}

export function Tbody({ children }: { children: ReactNode }) {
  return (
    <tbody
      // biome-ignore lint/a11y/noRedundantRoles: display: block takes the implied role away
      role="rowgroup"
      className="rows:block"
    >
      {children}
    </tbody>
  );
}

type RowProps = { selected?: boolean; children: ReactNode };

/** A row of 54 pixels. Where it is narrow: a first line, a break (`before`), a second line. */
export function Tr({ selected = false, children }: RowProps) {
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: display: flex takes the implied role away
      role="row"
      data-selected={selected || undefined}
      className="table-line"
    >
      {children}
    </tr>
  );
}

/**
 * Where a cell goes in a row of two lines: `select` before the name, `lead` the name, `end` at the end of the first
 * line (a badge, the row's menu), `second` on the second line, `hidden` away.
 */
export type NarrowSlot = "select" | "lead" | "end" | "second" | "hidden";

type CellProps = {
  narrow?: NarrowSlot;
  /** The column's heading, shown before the value where the line of headings is not. */
  label?: string;
  numeric?: boolean;
  children: ReactNode;
};

const slots: Record<NarrowSlot, string> = {
  select: "relative z-1 rows:order-0 rows:flex-none",
  // A pixel more than the inset that is taken back, or the break would find room on the first line.
  lead: "cells:relative cells:min-w-40 rows:order-1 rows:min-w-0 rows:flex-1 rows:basis-[calc(var(--inset)+1px)]",
  end: "rows:relative rows:z-1 rows:order-2 rows:flex-none",
  second: "rows:order-4 rows:text-label",
  hidden: "rows:hidden",
};

export function Td({ narrow = "second", label, numeric = false, children }: CellProps) {
  return (
    <td
      // biome-ignore lint/a11y/noRedundantRoles: display: flex takes the implied role away
      role="cell"
      className={cx(
        "table-cell-of-line",
        numeric && "tabular-nums cells:text-end",
        // Beside its heading, a value is told from it by its colour.
        narrow === "second" && (label ? "rows:text-ink" : "rows:text-muted"),
        slots[narrow],
      )}
    >
      {label ? <span className="me-1 text-muted cells:hidden">{label} </span> : null}
      {children}
    </td>
  );
}
