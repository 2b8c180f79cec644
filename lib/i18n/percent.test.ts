import { createFormatter } from "next-intl";
import { expect, test } from "vitest";
import { percentOf } from "@/lib/i18n/percent";

test.each([
  ["en-US", "15%"],
  ["fr-FR", "15\u202f%"],
] as const)("percents are written as %s writes them, without fractions", (locale, written) => {
  const format = createFormatter({ locale, timeZone: "UTC" });
  expect(percentOf(format, 15.4).replace("\u00a0", "\u202f")).toBe(written);
});
