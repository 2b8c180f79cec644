import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type Props = {
  title?: ReactNode;
  /** Beside the title, at the end of its line. */
  action?: ReactNode;
  /** Without padding, for contents that have their own, such as a table. */
  flush?: boolean;
  /** With a red border, around what takes everything away. */
  danger?: boolean;
  children: ReactNode;
};

/** A raised box for tables and groups of facts. */
export function Card({ title, action, flush = false, danger = false, children }: Props) {
  return (
    <section
      className={cx(
        "min-w-0 overflow-clip rounded-card border bg-raised shadow-card",
        danger && "border-bad/50",
      )}
    >
      {title ? (
        <div className={cx("flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-3.5", flush && "pb-3.5")}>
          <h2 className="wrap-anywhere me-auto min-w-0 font-semibold text-section">{title}</h2>
          {action}
        </div>
      ) : null}
      {flush ? children : <div className="px-4 py-3.5">{children}</div>}
    </section>
  );
}
