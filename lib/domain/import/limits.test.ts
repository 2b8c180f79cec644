import { expect, test } from "vitest";
import { allow, hide, refuse } from "@/lib/domain/decision";
import type { UserId } from "@/lib/domain/ids";
import { importedInAll, mayImportMore, mayTouchImport, undoneWithinMs } from "@/lib/domain/import/limits";

test("an import has so many items in all, and not one more", () => {
  expect(mayImportMore(importedInAll - 2, 2, null)).toEqual(allow);
  expect(mayImportMore(importedInAll - 1, 2, null)).toEqual(
    refuse("import_too_large", { limit: importedInAll }),
  );
  // One that is done is only asked what it was.
  expect(mayImportMore(2, 0, new Date())).toEqual(allow);
  expect(mayImportMore(2, 1, new Date())).toEqual(refuse("import_over"));
});

test("an import is touched by whoever began it, within a day, and not once it was undone", () => {
  const now = new Date("2026-11-22T09:00:00Z");
  const before = (ms: number) => new Date(Number(now) - ms);
  const [mine, theirs] = ["mine" as UserId, "theirs" as UserId];
  const touched = (ms: number, undoneAt: Date | null = null, userId = mine) =>
    mayTouchImport({ begunBy: mine, begunAt: before(ms), undoneAt }, userId, now);
  expect(touched(undoneWithinMs - 1)).toEqual(allow);
  expect(touched(undoneWithinMs)).toEqual(refuse("import_over"));
  expect(touched(1, now)).toEqual(refuse("import_over"));
  expect(touched(1, null, theirs)).toEqual(hide);
});
