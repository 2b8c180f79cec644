import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, localeAccepted, localeCookie } from "./locales";
import { messagesOf } from "./messages";

/**
 * The language of a request: the person's choice, which log-in and the language menu keep in a cookie,
 * then what the browser asks for. Never the address.
 */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : localeAccepted((await headers()).get("accept-language"));
  return { locale, messages: messagesOf[locale], timeZone: "UTC" };
});
