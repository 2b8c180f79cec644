"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Keyboard, Lock, LogOut } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import type { ReactNode } from "react";
import { MenuChoice } from "@/components/shell/menu-choice";
import { openShortcuts } from "@/components/shell/shortcuts-dialog-state";
import { AppLink } from "@/components/ui/app-link";
import { menuItem, menuPopup, menuRule } from "@/components/ui/menu-style";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { type Locale, languageOf, locales } from "@/lib/i18n/locales";

type Props = {
  user: { id: string; name: string; email: string };
  links: readonly { label: string; href: string; icon?: ReactNode }[];
  onLocale: (locale: Locale) => void;
  /** Left out where there is nothing to lock. */
  onLock?: () => void;
  onLogOut: () => void;
};

const languages = { en: "English", fr: "Français" } satisfies Record<Locale, string>;

/** Who is signed in, and what is theirs: settings, language, appearance, the way out. */
export function AccountMenu({ user, links, onLocale, onLock, onLogOut }: Props) {
  const t = useTranslations("ui.account");
  const locale = languageOf(useLocale());
  const { theme = "system", setTheme } = useTheme();
  const themes = (["light", "dark", "system"] as const).map((value) => ({ value, label: t(value) }));

  return (
    <Base.Root>
      <Base.Trigger
        aria-label={t("menu", { name: user.name || user.email })}
        className="grid size-8 flex-none place-items-center rounded-full"
      >
        <PersonAvatar of={{ id: user.id, userId: user.id }} name={user.name || user.email} />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner align="end" sideOffset={6} className="z-60 outline-none">
          <Base.Popup className={`${menuPopup} w-64`}>
            <div className="px-2.5 pt-1.5 pb-2">
              <p dir="auto" className="own-direction wrap-anywhere font-semibold">
                {user.name}
              </p>
              <p className="wrap-anywhere text-label text-muted">{user.email}</p>
            </div>
            {links.map(({ label, href, icon }) => (
              <Base.LinkItem key={href} closeOnClick render={<AppLink href={href} />} className={menuItem}>
                <span className="text-muted">{icon}</span>
                {label}
              </Base.LinkItem>
            ))}
            <Base.Item className={menuItem} onClick={openShortcuts}>
              <Keyboard aria-hidden="true" className="text-muted" />
              {t("shortcuts")}
            </Base.Item>
            <Base.Separator className={menuRule} />
            <MenuChoice
              label={t("language")}
              value={locale}
              options={locales.map((value) => ({ value, label: languages[value] }))}
              onChoose={onLocale}
            />
            <MenuChoice label={t("theme")} value={theme} options={themes} onChoose={setTheme} />
            <Base.Separator className={menuRule} />
            {onLock ? (
              <Base.Item className={menuItem} onClick={onLock}>
                <Lock aria-hidden="true" className="text-muted" />
                {t("lock")}
              </Base.Item>
            ) : null}
            <Base.Item className={menuItem} onClick={onLogOut}>
              <LogOut aria-hidden="true" className="text-muted" />
              {t("logOut")}
            </Base.Item>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
