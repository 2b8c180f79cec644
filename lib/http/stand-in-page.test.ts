import { expect, test } from "vitest";
import { standInPage } from "@/lib/http/stand-in-page";

test.each([
  [{}, "en"],
  [{ "accept-language": "fr-CH, en;q=0.5" }, "fr"],
  [{ "accept-language": "en", cookie: "a=b; trousseau-locale=fr" }, "fr"],
  [{ cookie: "trousseau-locale=<script>" }, "en"],
])("a request with %o is told in %s, and nothing of it comes back", (headers, locale) => {
  for (const why of ["busy", "outage"] as const) {
    const page = standInPage(why, headers);
    expect(page.html).toContain(`<html lang="${locale}">`);
    expect(page.html).not.toContain("script");
    expect(page.headers).toMatchObject({ "content-language": locale });
  }
});
