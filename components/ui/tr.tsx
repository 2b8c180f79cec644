import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type Props = { selected?: boolean; children: ReactNode };

/** A row of 54 pixels. On a phone: a first line, a break (`before`), an inset (`after`), a second line. */
export function Tr({ selected = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: lost with display: flex
    <tr
      role="row"
      data-selected={selected || undefined}
      className={cx(
        "relative border-b transition-colors last:border-b-0 hover:bg-tint/60 data-selected:bg-tint",
        "max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:px-4 max-md:py-2.5",
        "max-md:before:order-3 max-md:before:basis-full max-md:before:content-['']",
        "max-md:after:order-4 max-md:after:-me-3 max-md:after:w-(--inset) max-md:after:content-['']",
      )}
    >
      {children}
    </tr>
  );
}
