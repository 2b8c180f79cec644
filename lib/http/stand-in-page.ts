import "server-only";
import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { parse } from "node:querystring";
import { isLocale, localeAccepted, localeCookie } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";

const style = `
  :root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1c1b19; --muted: #6b655a; }
  @media (prefers-color-scheme: dark) { :root { --paper: #14151a; --ink: #eceae5; --muted: #a39d91; } }
  body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 1.5rem;
    box-sizing: border-box; background: var(--paper); color: var(--ink);
    font: 15px/1.5 ui-sans-serif, system-ui, sans-serif; text-align: center; }
  h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
  p { margin: 0 0 1.25rem; max-width: 28rem; color: var(--muted); text-wrap: balance; }
  a { color: inherit; }
`;

const styleHash = createHash("sha256").update(style).digest("base64");

export type StandInPage = { html: string; headers: Record<string, string> };

/** Why the server in front answers instead of the application. */
type Why = "busy" | "outage";

/**
 * What is answered while the server has too much to do, or while the database is away, in the reader's language. It
 * costs nothing and stands alone: no script, no file of ours, since those who read it may have nothing else.
 */
export function standInPage(
  why: Why,
  { cookie, "accept-language": accepted }: IncomingHttpHeaders,
): StandInPage {
  const chosen = parse(cookie ?? "", "; ")[localeCookie];
  const locale = typeof chosen === "string" && isLocale(chosen) ? chosen : localeAccepted(accepted ?? null);
  const { title, text } = messagesOf[locale].errors[why];
  const { product, tryAgain } = messagesOf[locale].ui;
  return {
    html: `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${product}</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${text}</p><a href="">${tryAgain}</a></main></body>
</html>
`,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": locale,
      "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
    },
  };
}
