export const locales = ["en", "fr"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

/** Remembers the choice where nobody is signed in, and between pages. */
export const localeCookie = "trousseau-locale";

export const isLocale = (text: string | undefined): text is Locale =>
  locales.some((locale) => locale === text);

/** A language with the region whose numbers, dates and times are written: `en-GB`. Messages know languages alone. */
export type RegionalLocale = Locale | `${Locale}-${string}`;

export const languageOf = (locale: RegionalLocale): Locale => (locale.startsWith("fr") ? "fr" : "en");

/** The language tags of an `Accept-Language` header, the most wanted first. RFC 9110 section 12.5.4. */
function tagsWanted(header: string | null): string[] {
  return (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().toLowerCase().split(";");
      const quality = Number(
        rest
          .find((each) => each.trim().startsWith("q="))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { tag, quality };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}

const languageIn = (tag: string) => tag.split("-")[0];

/** The first language of an `Accept-Language` header that is spoken here. */
export function localeAccepted(header: string | null): Locale {
  return tagsWanted(header).map(languageIn).find(isLocale) ?? defaultLocale;
}

/** A region of ISO 3166-1 in a language tag, after its language and perhaps a script. */
const regionIn = (tag: string) => /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/.exec(tag)?.[1]?.toUpperCase();

/**
 * `language` with the region of an `Accept-Language` header: that of the language wanted most, whichever is
 * spoken, since somebody in Denmark who reads English here lives in Denmark. A language without a region stands
 * for the one where most of its speakers are.
 */
export function withRegion(language: Locale, header: string | null): RegionalLocale {
  const tags = tagsWanted(header).filter((tag) => /^[a-z]{2,3}(?:-|$)/.test(tag));
  const first = tags[0] && languageIn(tags[0]);
  if (!first) return language;
  const named = tags
    .filter((tag) => languageIn(tag) === first)
    .map(regionIn)
    .find(Boolean);
  const region = named ?? new Intl.Locale(first).maximize().region;
  return region ? `${language}-${region}` : language;
}
