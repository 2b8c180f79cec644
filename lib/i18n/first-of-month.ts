/** In French the first of a month is an ordinal, which Intl does not write. */
export const withOrdinal = (date: string, locale: string): string =>
  locale.startsWith("fr") ? date.replace(/^1 /, "1er ") : date;
