import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** One fact of a drawer: its name, its value in a quiet box, and what can be done with it. */
export function DescriptionRow({
  label,
  actions,
  note,
  wide = false,
  children,
}: {
  label: ReactNode;
  actions?: ReactNode;
  /** Said under the box. */
  note?: ReactNode;
  /** Over both columns, where there are two. */
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={cx("min-w-0", wide && "md:col-span-2")}>
      <dt className="mb-1 text-muted text-xs">{label}</dt>
      <dd className="flex min-h-9.5 items-center gap-2 rounded-avatar border bg-sunk py-1 ps-3 pe-1.5 font-medium">
        <span className="min-w-0 flex-1 wrap-anywhere">{children}</span>
        {actions}
      </dd>
      {note ? <dd className="mt-1 text-label text-muted">{note}</dd> : null}
    </div>
  );
}
