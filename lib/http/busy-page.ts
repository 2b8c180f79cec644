import "server-only";
import { parse } from "node:querystring";
import { isLocale, localeAccepted, localeCookie } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";

type RequestHeaders = { cookie?: string | undefined; "accept-language"?: string | undefined };

/** Says that the server has too much to do: a page that costs nothing, in the language of the request. */
export function busyPage(headers: RequestHeaders): string {
  const chosen = parse(headers.cookie ?? "", "; ")[localeCookie];
  const locale =
    typeof chosen === "string" && isLocale(chosen)
      ? chosen
      : localeAccepted(headers["accept-language"] ?? null);
  const { title, text } = messagesOf[locale].errors.busy;
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:90vh;text-align:center}</style>
<main><h1>${title}</h1><p>${text}</p></main>
</html>
`;
}
