import { expect, test } from "vitest";
import { byName } from "@/components/vault/provider-names";

test("names stand in the reader's order whatever their case and accents, and unreadable ones last", () => {
  const names = ["Zoo", null, "école", "Dock", "Éclair", "amber"].map((name) => ({ name }));
  expect(byName(names).map(({ name }) => name)).toEqual(["amber", "Dock", "Éclair", "école", "Zoo", null]);
});
