import { expect, test } from "vitest";
import { mapInParts, sortInParts } from "@/components/vault/in-parts";

test.each([0, 1, 499, 500, 501, 2600])("%i rows are mapped and sorted as all at once", async (count) => {
  const rows = Array.from({ length: count }, (_, i) => ({ i, by: (i * 7919) % 100 }));
  const compare = (one: { by: number }, other: { by: number }) => one.by - other.by;
  expect(await sortInParts(rows, compare)).toEqual(rows.toSorted(compare));
  expect(await mapInParts(rows, ({ i }) => i)).toEqual(rows.map(({ i }) => i));
});
