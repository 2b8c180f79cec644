import { expect, test } from "vitest";
import { countryNames } from "@/lib/i18n/country-names";

test("countries have the names and the order of a person's language", () => {
  const [english, french] = [countryNames("en-GB"), countryNames("fr-FR")];
  expect(english).toHaveLength(249);
  expect(english.find(({ code }) => code === "DE")?.name).toBe("Germany");
  expect(french.find(({ code }) => code === "DE")?.name).toBe("Allemagne");
  // "Égypte" stands with the other words in e, not after z.
  expect(french.findIndex(({ code }) => code === "EG")).toBeLessThan(
    french.findIndex(({ code }) => code === "FR"),
  );
  expect([...english, ...french].filter(({ code, name }) => code === name)).toEqual([]);
});
