import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { NavEntry } from "@/components/shell/nav-entry";
import { NavTree } from "@/components/shell/nav-tree";
import { SwitcherButton } from "@/components/shell/switcher-button";

export type SidebarProps = {
  /** `Brand` or `OrganizationBrand`. */
  brand: ReactNode;
  nav: readonly NavEntry[];
  /** Other areas, at the bottom. */
  foot?: readonly NavEntry[];
  /** What is done to get elsewhere, under them. */
  wayOut?: ReactNode;
};

/** What stands in the side bar, and on a phone in the drawer. */
export function Sidebar({ brand, nav, foot = [], wayOut = null }: SidebarProps) {
  const t = useTranslations("ui");
  return (
    <div className="flex min-h-full flex-col gap-4.5 px-3 pt-4 pb-3 text-side-ink">
      {/* In the drawer of a phone, the button that closes it stands beside. */}
      <div className="in-data-drawer:pe-9">{brand}</div>
      <div className="max-md:hidden">
        <SwitcherButton look="line" />
      </div>
      <nav aria-label={t("navigation")}>
        <NavTree entries={nav} />
      </nav>
      {foot.length > 0 || wayOut ? (
        <nav aria-label={t("elsewhere")} className="mt-auto border-side-line border-t pt-2.5">
          <NavTree entries={foot} />
          {wayOut}
        </nav>
      ) : null}
    </div>
  );
}
