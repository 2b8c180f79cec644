import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { Mark } from "@/components/shell/mark";
import type { NavEntry } from "@/components/shell/nav-entry";
import { Notices } from "@/components/shell/notices";
import { OfferPages } from "@/components/shell/offer-pages";
import { type ShortcutHrefs, Shortcuts } from "@/components/shell/shortcuts";
import { Sidebar, type SidebarProps } from "@/components/shell/sidebar";
import { SidebarDrawer } from "@/components/shell/sidebar-drawer";
import { SwitcherButton } from "@/components/shell/switcher-button";
import { cx } from "@/components/ui/cx";
import { SkipLink } from "@/components/ui/skip-link";

type Props = SidebarProps & {
  /** A client's colour, for the stripe that shows whose console this is. */
  stripe?: string;
  /** `Banner`s, the most serious first. */
  banners?: ReactNode;
  /** Shown in the bar of a phone, between the menu button and its end. */
  title?: string;
  shortcuts?: ShortcutHrefs;
  /** What one may begin from here, each by an address, for the switcher. */
  acts?: readonly NavEntry[];
  /** A `PageHeader` and a `PageBody`; `main` is already here. */
  children: ReactNode;
};

const none: readonly NavEntry[] = [];

/** The frame of every page behind the sign-in: side bar, banners, page. */
export function AppShell({
  stripe,
  banners,
  title,
  shortcuts = {},
  acts = none,
  children,
  ...sidebar
}: Props) {
  const t = useTranslations("ui");
  const style = stripe ? ({ "--client": stripe } as CSSProperties) : undefined;
  const striped = stripe && "border-s-[3px] border-s-(--client)";

  return (
    <div style={style} className="min-h-dvh md:grid md:grid-cols-[236px_minmax(0,1fr)]">
      <SkipLink />
      <Shortcuts hrefs={shortcuts} />
      <OfferPages pages={sidebar.nav} foot={sidebar.foot ?? none} acts={acts} />
      <aside className={cx("dark-side sticky top-0 h-dvh overflow-y-auto bg-side max-md:hidden", striped)}>
        <Sidebar {...sidebar} />
      </aside>
      <header
        className={cx(
          "dark-side sticky top-0 z-20 flex h-13 items-center gap-2 bg-side px-2.5 font-semibold text-lead text-white md:hidden",
          striped,
        )}
      >
        <SidebarDrawer>
          <Sidebar {...sidebar} />
        </SidebarDrawer>
        <Mark size={24} />
        <span dir="auto" className="own-direction min-w-0 truncate">
          {title ?? t("product")}
        </span>
        <span className="ms-auto flex-none">
          <SwitcherButton look="picture" />
        </span>
      </header>
      <div data-page="" className="flex min-w-0 flex-col">
        {banners ? <section aria-label={t("notices")}>{banners}</section> : null}
        <Notices />
        <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col">
          {children}
        </main>
      </div>
    </div>
  );
}
