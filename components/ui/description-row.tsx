import type { ReactNode } from "react";

/** One fact of a drawer: its name, its value in a quiet box, and what can be done with it. */
export function DescriptionRow({
  label,
  actions,
  children,
}: {
  label: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="min-w-0">
      <dt className="mb-1 text-muted text-xs">{label}</dt>
      <dd className="flex min-h-9.5 items-center gap-2 rounded-avatar border bg-sunk py-1 ps-3 pe-1.5 font-medium">
        <span className="min-w-0 flex-1 break-words">{children}</span>
        {actions}
      </dd>
    </div>
  );
}
