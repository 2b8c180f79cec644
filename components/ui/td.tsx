import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/**
 * Where a cell goes on a phone: `select` before the name, `lead` the name, `end` at the end of the first
 * line (a badge, the row's menu), `second` on the second line, `hidden` away.
 */
export type NarrowPlace = "select" | "lead" | "end" | "second" | "hidden";

type Props = {
  narrow?: NarrowPlace;
  /** The column's heading, shown before the value where the line of headings is not. */
  label?: string;
  numeric?: boolean;
  children: ReactNode;
};

const places: Record<NarrowPlace, string> = {
  select: "relative z-1 max-md:order-0 max-md:flex-none",
  // A pixel more than the inset that is taken back, or the break would find room on the first line.
  lead: "md:relative max-md:order-1 max-md:min-w-0 max-md:flex-1 max-md:basis-[calc(var(--inset)+1px)]",
  end: "max-md:relative max-md:z-1 max-md:order-2 max-md:flex-none",
  second: "max-md:order-4 max-md:text-label max-md:text-muted",
  hidden: "max-md:hidden",
};

export function Td({ narrow = "second", label, numeric = false, children }: Props) {
  return (
    <td
      // biome-ignore lint/a11y/noRedundantRoles: display: flex takes the implied role away
      role="cell"
      className={cx(
        "px-3.5 md:h-[54px] md:py-1.5 max-md:px-0 max-md:first:-ms-(--inset)",
        numeric && "tabular-nums md:text-end",
        places[narrow],
      )}
    >
      {label ? <span className="md:hidden">{label} </span> : null}
      {children}
    </td>
  );
}
