import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type Props = { selected?: boolean; children: ReactNode };

/** A row of 54 pixels. On a phone: a first line, a break (`before`), a second line. */
export function Tr({ selected = false, children }: Props) {
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: display: flex takes the implied role away
      role="row"
      data-selected={selected || undefined}
      className={cx(
        "relative border-b transition-colors last:border-b-0 hover:bg-tint/60 data-selected:bg-tint",
        "max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:py-2.5 max-md:ps-[calc(1rem+var(--inset))] max-md:pe-4",
        "max-md:before:order-3 max-md:before:basis-full max-md:before:content-['']",
      )}
    >
      {children}
    </tr>
  );
}
