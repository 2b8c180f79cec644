import { expect, test } from "vitest";
import { busyPage } from "@/lib/http/busy-page";

test.each([
  [{}, "en"],
  [{ "accept-language": "fr-CH, en;q=0.5" }, "fr"],
  [{ "accept-language": "en", cookie: "a=b; trousseau-locale=fr" }, "fr"],
  [{ cookie: "trousseau-locale=<script>" }, "en"],
])("a request with %o is told in %s, and nothing of it comes back", (headers, locale) => {
  const page = busyPage(headers);
  expect(page).toContain(`<html lang="${locale}">`);
  expect(page).not.toContain("script");
});
