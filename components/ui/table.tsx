import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/cx";
import { Skeleton } from "@/components/ui/skeleton";
import { type SortChoice, SortMenu } from "@/components/ui/sort-menu";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

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
 * A table in a card. Where its columns do not fit side by side, each row becomes two lines (see `Td`), whatever
 * makes it narrow: a phone, a zoom, a drawer beside it. So nothing scrolls sideways. The roles are spelled out because `display: flex` takes the implied ones away.
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
        {children}
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
      className={cx(
        "relative border-b transition-colors last:border-b-0 hover:bg-tint/60 data-selected:bg-tint",
        "rows:flex rows:flex-wrap rows:items-center rows:gap-x-3 rows:py-2.5 rows:ps-[calc(1rem+var(--inset))] rows:pe-4",
        "rows:before:order-3 rows:before:basis-full rows:before:content-['']",
      )}
    >
      {children}
    </tr>
  );
}

export type SortState = "ascending" | "descending" | "none";

type HeadingProps = {
  numeric?: boolean;
  /** As narrow as its content: for boxes and row menus. */
  tight?: boolean;
  /** Makes the heading a link to the same page, sorted: state and address come from the page. */
  sort?: { state: SortState; href: string };
  children: ReactNode;
};

export function Th({ numeric = false, tight = false, sort, children }: HeadingProps) {
  return (
    <th
      scope="col"
      aria-sort={sort && sort.state !== "none" ? sort.state : undefined}
      className={cx(
        "h-10 whitespace-nowrap px-3.5 font-medium text-label text-muted",
        numeric ? "text-end" : "text-start",
        tight && "w-px",
      )}
    >
      {sort ? (
        <AppLink
          href={sort.href}
          scroll={false}
          className={cx(
            "inline-flex min-h-6 items-center gap-1 rounded-small hover:text-ink",
            sort.state !== "none" && "text-ink",
          )}
        >
          {children}
          <SortCaret state={sort.state} />
        </AppLink>
      ) : (
        children
      )}
    </th>
  );
}

function SortCaret({ state }: { state: SortState }) {
  if (state === "none") return <ChevronDown aria-hidden="true" className="size-3.5" />;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 10 8"
      className={cx("h-2 w-2.5 fill-current", state === "descending" && "rotate-180")}
    >
      <path d="M5 .5 9.6 7.5H.4z" />
    </svg>
  );
}

/**
 * Where a cell goes in a row of two lines: `select` before the name, `lead` the name, `end` at the end of the first
 * line (a badge, the row's menu), `second` on the second line, `hidden` away.
 */
export type NarrowPlace = "select" | "lead" | "end" | "second" | "hidden";

type CellProps = {
  narrow?: NarrowPlace;
  /** The column's heading, shown before the value where the line of headings is not. */
  label?: string;
  numeric?: boolean;
  children: ReactNode;
};

const places: Record<NarrowPlace, string> = {
  select: "relative z-1 rows:order-0 rows:flex-none",
  // A pixel more than the inset that is taken back, or the break would find room on the first line.
  lead: "cells:relative cells:min-w-40 rows:order-1 rows:min-w-0 rows:flex-1 rows:basis-[calc(var(--inset)+1px)]",
  end: "rows:relative rows:z-1 rows:order-2 rows:flex-none",
  second: "rows:order-4 rows:text-label rows:text-muted",
  hidden: "rows:hidden",
};

export function Td({ narrow = "second", label, numeric = false, children }: CellProps) {
  return (
    <td
      // biome-ignore lint/a11y/noRedundantRoles: display: flex takes the implied role away
      role="cell"
      className={cx(
        "px-3.5 cells:h-[54px] cells:py-1.5 rows:px-0 rows:first:-ms-(--inset)",
        numeric && "tabular-nums cells:text-end",
        places[narrow],
      )}
    >
      {label ? <span className="cells:hidden">{label} </span> : null}
      {children}
    </td>
  );
}

const skeletonWidths = ["46%", "34%", "52%", "40%", "30%"];

/** A table that is on its way: a line of headings and rows of 54 pixels, so that nothing jumps. */
export function TableSkeleton({ rows = 5 }: { rows?: number }) {
  const t = useTranslations("ui");
  return (
    <div role="status" className="overflow-clip rounded-card border bg-raised shadow-card">
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      <div className="flex h-10 items-center border-b px-3.5 max-md:hidden">
        <Skeleton width="72px" height="10px" />
      </div>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div key={row} className="flex h-[54px] items-center gap-3 border-b px-3.5 last:border-b-0">
          <Skeleton width="32px" height="32px" round />
          <Skeleton width={skeletonWidths[row % skeletonWidths.length] ?? "40%"} />
          <span className="ms-auto" />
          <Skeleton width="12%" />
        </div>
      ))}
    </div>
  );
}
