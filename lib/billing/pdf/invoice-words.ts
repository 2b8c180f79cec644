import { createFormatter, createTranslator } from "next-intl";
import { type Month, spanOf } from "@/lib/domain/billing/month";
import { withOrdinal } from "@/lib/i18n/first-of-month";
import { languageOf, type RegionalLocale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import { percentOf } from "@/lib/i18n/percent";

export type Words = ReturnType<typeof wordsOf>;

/** What an invoice says, with dates and amounts as its reader's region writes them. */
export function wordsOf(locale: RegionalLocale, currency: string) {
  const format = createFormatter({ locale, timeZone: "UTC" });
  // The narrow no-break space of French is missing in many typefaces.
  const plain = (text: string) => text.replaceAll("\u202f", "\u00a0");
  return {
    t: createTranslator({ locale, messages: messagesOf[languageOf(locale)], namespace: "billing" }),
    // Intl begins a negative amount with a hyphen.
    money: (cents: number) =>
      plain(format.number(cents / 100, { style: "currency", currency })).replace("-", "−"),
    number: (value: number) => plain(format.number(value)),
    percent: (value: number) => plain(percentOf(format, value)),
    day: (moment: Date) => withOrdinal(format.dateTime(moment, { dateStyle: "long" }), locale),
    month: (month: Month) => format.dateTime(spanOf(month).start, { month: "long", year: "numeric" }),
    country: (code: string) => new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code,
  };
}
