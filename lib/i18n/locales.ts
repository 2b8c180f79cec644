export const locales = ["en", "fr"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

/** Remembers the choice where nobody is signed in, and between pages. */
export const localeCookie = "trousseau-locale";

export const isLocale = (text: string | undefined): text is Locale =>
  locales.some((locale) => locale === text);

/** The first language of an `Accept-Language` header that is spoken here. RFC 9110 section 12.5.4. */
export function localeAccepted(header: string | null): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().toLowerCase().split(";");
      const quality = Number(
        rest
          .find((each) => each.trim().startsWith("q="))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { language: tag.split("-")[0], quality };
    })
    .sort((one, other) => other.quality - one.quality);
  for (const { language, quality } of wanted) if (quality > 0 && isLocale(language)) return language;
  return defaultLocale;
}
