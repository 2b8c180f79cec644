import type { Locale } from "@/lib/i18n/locales";

const straight = { name: "a straight apostrophe or quotation mark", mark: /['"]/ };
const dots = { name: "three full stops for an ellipsis", mark: /\.\.\./ };

/** What a text of a language must not contain. Addresses (`https:`) and times (`10:30`) have colons of their own. */
const faults: Record<Locale, { name: string; mark: RegExp }[]> = {
  en: [
    straight,
    dots,
    { name: "a space before a mark that takes none", mark: /[ \u00a0\u202f][:;?!,.](?:\s|$)/ },
  ],
  fr: [
    straight,
    dots,
    { name: "no U+00A0 before ; ? ! or »", mark: /(?<![\u00a0?!])[;?!]|(?<!\u00a0)»/ },
    { name: "no U+00A0 before a colon", mark: /(?<![\u00a0\d]|https?):/ },
    { name: "no U+00A0 after «", mark: /«(?!\u00a0)/ },
    { name: "another no-break space than U+00A0", mark: /\u202f/ },
    { name: "English quotation marks", mark: /[“”]/ },
  ],
};

/** The names of what is wrong with the typography of a text. */
export const typographyFaults = (locale: Locale, text: string): string[] =>
  faults[locale].filter(({ mark }) => mark.test(text)).map(({ name }) => name);
