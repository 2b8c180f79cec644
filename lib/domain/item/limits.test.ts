import { expect, test } from "vitest";
import { allow, refuse } from "@/lib/domain/decision";
import { mayKeepAnother, personalItems } from "@/lib/domain/item/limits";

test.each([
  [0, allow],
  [personalItems - 1, allow],
  [personalItems, refuse("vault_full", { limit: personalItems })],
])("beside %d items of one's own, another one", (kept, decision) => {
  expect(mayKeepAnother(kept)).toEqual(decision);
});
