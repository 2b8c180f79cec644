import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, localeAccepted, localeCookie, withRegion } from "./locales";
import { messagesOf } from "./messages";

/**
 * The language of a request: the person's choice, which log-in and the language menu keep in a cookie,
 * then what the browser asks for. Never the address. Numbers and times follow the region that the browser names.
 */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const accepted = (await headers()).get("accept-language");
  const language = isLocale(chosen) ? chosen : localeAccepted(accepted);
  return { locale: withRegion(language, accepted), messages: messagesOf[language], timeZone: "UTC" };
});
