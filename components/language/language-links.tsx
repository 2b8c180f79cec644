"use client";

import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { useLanguageChoice } from "@/components/language/language-choice";
import { type Locale, languageOf, locales } from "@/lib/i18n/locales";

/** Each language in its own words. */
export const languages: Record<Locale, string> = { en: "English", fr: "Français" };

/** The choice of language where nobody is signed in, or where there is no menu. */
export function LanguageLinks() {
  const t = useTranslations("common");
  const choose = useLanguageChoice();
  const current = languageOf(useLocale());

  return (
    <fieldset className="flex items-center gap-1.5 text-muted text-sm">
      <legend className="sr-only">{t("languages")}</legend>
      {locales.map((locale, index) => (
        <Fragment key={locale}>
          {index > 0 ? <span aria-hidden="true">·</span> : null}
          <button
            type="button"
            lang={locale}
            aria-pressed={locale === current}
            onClick={() => void choose(locale)}
            className="min-h-6 rounded-small hover:text-ink aria-pressed:text-ink forced-colors:aria-pressed:underline"
          >
            {languages[locale]}
          </button>
        </Fragment>
      ))}
    </fieldset>
  );
}
