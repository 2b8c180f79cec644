import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, localeAccepted, localeCookie, withRegion } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import { currentPerson } from "@/lib/session/current-actor";

/**
 * The language of a request: the account's, on every device, once somebody is signed in; else what this browser has
 * chosen, which a cookie keeps; else what it asks for. Never the address. Numbers and times follow the region that
 * the browser names.
 */
export default getRequestConfig(async () => {
  const accepted = (await headers()).get("accept-language");
  const language = (await languageOfAccount()) ?? (await chosenHere()) ?? localeAccepted(accepted);
  return { locale: withRegion(language, accepted), messages: messagesOf[language], timeZone: "UTC" };
});

/** A database that is away is told by the page; its words need a language all the same. */
const languageOfAccount = () =>
  currentPerson().then(
    (person) => person?.locale,
    () => undefined,
  );

async function chosenHere() {
  const chosen = (await cookies()).get(localeCookie)?.value;
  return isLocale(chosen) ? chosen : undefined;
}
