import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DateTime } from "@/components/ui/date-time";
import type { RegionalLocale } from "@/lib/i18n/locales";

const day = (locale: RegionalLocale, value: string) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={{}}>
      <DateTime value={value} show="date" />
    </NextIntlClientProvider>,
  );

test("the first of a month is an ordinal in French, and no other day is", () => {
  expect(day("fr-FR", "2026-11-01T12:00:00Z")).toContain(">1er nov. 2026<");
  expect(day("fr-FR", "2026-11-11T12:00:00Z")).toContain(">11 nov. 2026<");
  expect(day("en-GB", "2026-11-01T12:00:00Z")).toContain(">1 Nov 2026<");
});
