import { expect, test } from "vitest";
import { wordsOf } from "@/lib/billing/pdf/invoice-words";
import type { RegionalLocale } from "@/lib/i18n/locales";

const said = (locale: RegionalLocale) => {
  const { money, day } = wordsOf(locale, "USD");
  return [money(131_100), day(new Date("2026-12-01T06:00:00Z"))];
};

test("amounts name their currency and dates are written as in the reader's region", () => {
  expect(said("en-US")).toEqual(["$1,311.00", "December 1, 2026"]);
  expect(said("en-GB")).toEqual(["US$1,311.00", "1 December 2026"]);
  expect(said("fr-FR")).toEqual(["1\u00a0311,00\u00a0$US", "1er décembre 2026"]);
});
