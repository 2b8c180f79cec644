import { type Locale, localeCookie } from "@/lib/i18n/locales";

const oneYear = 365 * 24 * 60 * 60;

/** Keeps the language for this browser; the next request is answered in it. */
export function chooseLocale(locale: Locale): void {
  const secure = window.location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${localeCookie}=${locale}; path=/; max-age=${oneYear}; samesite=lax${secure}`;
}
