import type { ReactNode } from "react";

type Props = {
  label: ReactNode;
  value: ReactNode;
  /** After the number, on its line. */
  unit?: ReactNode;
  children?: ReactNode;
};

/** One number that matters, what it counts, and what to do about it. */
export function StatTile({ label, value, unit, children }: Props) {
  return (
    <section className="min-w-0 rounded-card border bg-raised px-4 py-3.5 shadow-card">
      <h2 className="text-label text-muted">{label}</h2>
      <p className="mt-0.5 font-semibold text-title tabular-nums tracking-[-0.02em]">
        {value}
        {unit ? <span className="ms-1.5 font-book text-muted text-sm tracking-normal">{unit}</span> : null}
      </p>
      {children ? <div className="mt-2 text-label text-muted">{children}</div> : null}
    </section>
  );
}
