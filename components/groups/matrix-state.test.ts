import { expect, test } from "vitest";
import {
  inRequests,
  isEdited,
  overtaken,
  permissionAt,
  savedOf,
  stillThere,
  upToDate,
  withCells,
} from "@/components/groups/matrix-state";
import { CollectionId, GroupId } from "@/lib/domain/ids";

const groupId = GroupId.parse("7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01");
const place = (number: number) => ({
  groupId,
  collectionId: CollectionId.parse(`7b0c2b0e-6d6c-4a5e-9f35-${String(number).padStart(12, "0")}`),
});
const saved = savedOf([{ ...place(1), permission: "view" }]);

test("a cell that is changed and changed back is no edit", () => {
  const edits = withCells(saved, new Map(), [place(1), place(2)], "edit");
  expect([permissionAt(saved, edits, place(1)), permissionAt(saved, edits, place(2))]).toEqual([
    "edit",
    "edit",
  ]);
  const back = withCells(saved, edits, [place(1)], "view");
  expect([isEdited(back, place(1)), isEdited(back, place(2))]).toEqual([false, true]);
  expect(withCells(saved, back, [place(2)], null).size).toBe(0);
});

test("edits say what was there, and go in requests that the server takes", () => {
  const places = Array.from({ length: 1001 }, (_, index) => place(index));
  const requests = inRequests(withCells(saved, new Map(), places, "manage"));
  expect(requests.map(({ length }) => length)).toEqual([500, 500, 1]);
  expect(requests[0]?.slice(0, 2).map(({ from, to }) => [from, to])).toEqual([
    [null, "manage"],
    ["view", "manage"],
  ]);
});

test("a cell that somebody else changed meanwhile is told, and the edit stays and replaces what is there now", () => {
  const edits = withCells(saved, new Map(), [place(1), place(2), place(3)], "edit");
  const now = savedOf([
    { ...place(1), permission: "manage" },
    { ...place(2), permission: "edit" },
  ]);
  expect(overtaken(now, edits)).toEqual([{ ...place(1), from: "manage", to: "edit" }]);
  expect([...upToDate(now, edits).values()]).toEqual([
    { ...place(1), from: "manage", to: "edit" },
    { ...place(3), from: null, to: "edit" },
  ]);
});

test("an edit whose group or collection is gone is left out, and counted", () => {
  const edits = withCells(saved, new Map(), [place(1), place(2)], "edit");
  const matrix = (collectionIds: readonly number[], groupIds = [groupId]) =>
    ({
      groups: groupIds.map((id) => ({ id })),
      collections: collectionIds.map((number) => ({ id: place(number).collectionId })),
    }) as unknown as Parameters<typeof stillThere>[0];
  expect(stillThere(matrix([1, 2]), edits)).toEqual({ left: edits, gone: 0 });
  const { left, gone } = stillThere(matrix([2, 3]), edits);
  expect([[...left.values()], gone]).toEqual([[{ ...place(2), from: null, to: "edit" }], 1]);
  expect(stillThere(matrix([1, 2], []), edits)).toMatchObject({ gone: 2 });
});
