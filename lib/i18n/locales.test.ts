import { expect, test } from "vitest";
import { languageOf, localeAccepted, withRegion } from "./locales";

test.each([
  ["en", "en-GB,en;q=0.9", "en-GB"],
  ["fr", "fr-CH, fr;q=0.9, en;q=0.8", "fr-CH"],
  ["en", "fr,fr-FR;q=0.8,en-US;q=0.5,en;q=0.3", "en-FR"],
  ["en", "da,en-US;q=0.7,en;q=0.3", "en-DK"],
  ["en", "zh-Hant-TW", "en-TW"],
  ["en", "en", "en-US"],
  ["fr", "*", "fr"],
  ["fr", "", "fr"],
  ["en", "en-GB;q=0, de-AT;q=0.1", "en-AT"],
  ["en", "not a tag,<script>", "en"],
] as const)("%s asked for with %j is written as in %s", (language, header, locale) => {
  expect(withRegion(language, header)).toBe(locale);
  expect(languageOf(withRegion(language, header))).toBe(language);
});

test("a British clock has 24 hours, an American one twelve", () => {
  const at = new Date("2026-11-26T22:52:00Z");
  const shown = (header: string) =>
    new Intl.DateTimeFormat(withRegion(localeAccepted(header), header), {
      timeStyle: "short",
      timeZone: "UTC",
    }).format(at);
  expect(shown("en-GB,en;q=0.9")).toBe("22:52");
  expect(shown("en-US,en;q=0.9")).toMatch(/^10:52.PM$/);
});
