import { countries } from "@/lib/domain/countries";

export type Country = { code: string; name: string };

/**
 * Every country by its name in a language, in the order of that language. Made on the server: browsers know other
 * names for some, and what they would draw differs from what has come.
 */
export function countryNames(locale: string): Country[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const { compare } = new Intl.Collator(locale);
  return countries
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => compare(one.name, other.name));
}
