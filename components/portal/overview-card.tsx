import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type Props = {
  title: string;
  /** Where all of it is shown. */
  all?: ReactNode;
  /** What is said where there is nothing. */
  empty: string;
  /** Each is an `OverviewRow`. */
  rows: readonly ReactNode[];
};

/** One question of the overview, answered by its first few lines. */
export function OverviewCard({ title, all, empty, rows }: Props) {
  return (
    <Card title={title} action={all} flush>
      {rows.length > 0 ? (
        <ul aria-label={title} className="border-t">
          {rows}
        </ul>
      ) : (
        <p className="border-t px-4 py-3.5 text-muted">{empty}</p>
      )}
    </Card>
  );
}

/** A line that leads to where it is solved; it is the `RowName` inside that is the link. */
export function OverviewRow({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-2.5 transition-colors last:border-b-0 hover:bg-tint/60">
      <div className="min-w-0 flex-1">{children}</div>
      {end ? <div className="flex-none text-label text-muted tabular-nums">{end}</div> : null}
    </li>
  );
}
