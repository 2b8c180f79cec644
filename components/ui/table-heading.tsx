import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/cx";

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
