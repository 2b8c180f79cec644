import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/cx";

export type SortState = "ascending" | "descending" | "none";

/** How a list is sorted by a column, and what sorts by it: an address, or the page itself where it has every row. */
export type Sort = { state: SortState } & ({ href: string } | { onSort: () => void });

type HeadingProps = {
  numeric?: boolean;
  /** As narrow as its content: for boxes and row menus. */
  tight?: boolean;
  /** Makes the heading sort. */
  sort?: Sort;
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
      {sort ? <SortHeading sort={sort}>{children}</SortHeading> : children}
    </th>
  );
}

function SortHeading({ sort, children }: { sort: Sort; children: ReactNode }) {
  const look = cx(
    "inline-flex min-h-6 items-center gap-1 rounded-small hover:text-ink",
    sort.state !== "none" && "text-ink",
  );
  const content = (
    <>
      {children}
      <SortCaret state={sort.state} />
    </>
  );
  return "href" in sort ? (
    <AppLink href={sort.href} scroll={false} className={look}>
      {content}
    </AppLink>
  ) : (
    <button type="button" onClick={sort.onSort} className={look}>
      {content}
    </button>
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
