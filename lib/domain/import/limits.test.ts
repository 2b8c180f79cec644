import { expect, test } from "vitest";
import { allow, refuse } from "@/lib/domain/decision";
import { importedInAll, mayImportMore, mayTouchImport, undoneWithinMs } from "@/lib/domain/import/limits";

test("an import has so many items in all, and not one more", () => {
  expect(mayImportMore(importedInAll - 2, 2)).toEqual(allow);
  expect(mayImportMore(importedInAll - 1, 2)).toEqual(refuse("import_too_large", { limit: importedInAll }));
});

test("an import is touched within a day, and not once it was undone", () => {
  const now = new Date("2026-11-22T09:00:00Z");
  const before = (ms: number) => new Date(Number(now) - ms);
  expect(mayTouchImport({ begunAt: before(undoneWithinMs - 1), undoneAt: null }, now)).toEqual(allow);
  expect(mayTouchImport({ begunAt: before(undoneWithinMs), undoneAt: null }, now)).toEqual(
    refuse("import_over"),
  );
  expect(mayTouchImport({ begunAt: before(1), undoneAt: now }, now)).toEqual(refuse("import_over"));
});
