"use client";

import { Languages, Lock, Moon, Sun, SunMoon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useLanguageChoice } from "@/components/language/language-choice";
import type { Entry } from "@/components/switcher/entry";
import { useVault } from "@/components/vault/vault-provider";
import { languageOf, locales } from "@/lib/i18n/locales";

const themes = [
  { theme: "light", icon: <Sun aria-hidden="true" /> },
  { theme: "dark", icon: <Moon aria-hidden="true" /> },
  { theme: "system", icon: <SunMoon aria-hidden="true" /> },
] as const;

/** What works on every page: lock, language, appearance. What is so already is left out. */
export function useOwnActs(): Entry[] {
  const t = useTranslations("ui.switcher");
  const locale = languageOf(useLocale());
  const chooseLanguage = useLanguageChoice();
  const { theme: current = "system", setTheme } = useTheme();
  const { status, lock } = useVault();
  return [
    ...(status === "unlocked"
      ? [{ id: "lock", label: t("lock"), icon: <Lock aria-hidden="true" />, run: lock }]
      : []),
    ...locales
      .filter((other) => other !== locale)
      .map((other) => ({
        id: `language ${other}`,
        label: t(`language.${other}`),
        icon: <Languages aria-hidden="true" />,
        run: () => void chooseLanguage(other),
      })),
    ...themes
      .filter(({ theme }) => theme !== current)
      .map(({ theme, icon }) => ({
        id: `theme ${theme}`,
        label: t(`theme.${theme}`),
        icon,
        run: () => setTheme(theme),
      })),
  ];
}
