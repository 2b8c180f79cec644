import { expect, test } from "vitest";
import { allow, refuse } from "@/lib/domain/decision";
import { foldersOfOne, mayMakeFolder } from "@/lib/domain/folder/limits";

test.each([
  [0, allow],
  [foldersOfOne - 1, allow],
  [foldersOfOne, refuse("too_many_folders", { limit: foldersOfOne })],
])("beside %d folders, another one", (kept, decision) => {
  expect(mayMakeFolder(kept)).toEqual(decision);
});

test("several at once are all within the limit, or none is made", () => {
  expect(mayMakeFolder(foldersOfOne - 3, 3)).toEqual(allow);
  expect(mayMakeFolder(foldersOfOne - 3, 4)).toMatchObject({ refusal: "too_many_folders" });
});
