// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { actsForAll, actsForOne } from "@/components/items/acts-for";
import type { ItemOwner, ItemRow } from "@/components/items/item";
import { ItemsView } from "@/components/items/items-view";
import { emptyLists } from "@/lib/vault/item";
import { show } from "@/test/components";

const everything = { edit: true, delete: true, reveal: true, assign: true };
const row = (given: Partial<ItemRow>): ItemRow => ({
  id: "own",
  sealed: { type: "secure_note", reprompt: "none" } as ItemRow["sealed"],
  ...{ revisedAt: new Date(0), deletedAt: null, collectionIds: [] },
  organizationId: null,
  may: { ...everything, assign: false },
  marks: { isFavorite: false, isArchived: false, folderId: null },
  keptIn: { owner: null, color: "red", collections: [] },
  content: { type: "secure_note", name: "Note", notes: null, ...emptyLists, data: {} } as ItemRow["content"],
  damage: [],
  searched: null,
  ...given,
});
const own = row({});
const shared = row({ id: "shared", organizationId: "o", may: everything });
const elsewhere = row({ id: "elsewhere", organizationId: "p", may: everything });
const theirs = row({
  id: "theirs",
  organizationId: "o",
  may: { ...everything, delete: false, assign: false },
});
const trashed = row({ id: "trashed", deletedAt: new Date(0) });
const broken = row({ id: "broken", content: null });
const owners: ItemOwner[] = [null, "o", "p"].map((organizationId) => ({
  organizationId,
  name: "Owner",
  collections: [],
}));
const where = { isOwn: true, owners };
const marks = { favorite: true, archive: true, folder: true };

const told = (items: readonly ItemRow[], given = where) =>
  Object.fromEntries(actsForAll(items, given).map(({ act, lacking }) => [act, lacking ?? true]));

test.each([
  ["own ones", [own, own], { ...marks, share: true, trash: true }],
  ["an organization's", [shared, shared], { ...marks, assign: true, trash: true }],
  [
    "own ones and an organization's",
    [own, shared],
    { ...marks, share: { why: "owners", count: 1 }, assign: { why: "owners", count: 1 }, trash: true },
  ],
  ["two organizations'", [shared, elsewhere], { ...marks, assign: { why: "owners", count: 1 }, trash: true }],
  [
    "some that others manage",
    [shared, theirs, theirs],
    { ...marks, assign: { why: "forbidden", count: 2 }, trash: { why: "forbidden", count: 2 } },
  ],
  ["only what others manage", [theirs], marks],
  ["a broken one", [own, broken], { ...marks, share: { why: "damaged", count: 1 }, trash: true }],
  [
    "kept and trashed ones",
    [own, trashed],
    {
      favorite: { why: "trashed", count: 1 },
      archive: { why: "trashed", count: 1 },
      folder: { why: "trashed", count: 1 },
      share: { why: "trashed", count: 1 },
      trash: { why: "trashed", count: 1 },
      restore: { why: "kept", count: 1 },
      deleteForGood: { why: "kept", count: 1 },
    },
  ],
  [
    "favourites and others",
    [own, row({ marks: { ...own.marks, isFavorite: true } })],
    { ...marks, share: true, trash: true },
  ],
  ["nothing", [], {}],
])("of a selection of %s, it is told what can be done and why not all of it", (_what, items, expected) => {
  expect(told(items)).toEqual(expected);
});

test("marks are for the own vault, and moving for whoever has an organization to move to", () => {
  expect(told([own], { isOwn: false, owners })).toEqual({ trash: true });
  expect(told([own], { isOwn: true, owners: [] })).toEqual({ ...marks, trash: true });
});

test("one item alone can be edited, and cloned where there is a place for the copy", () => {
  const forms = (item: ItemRow, given = where) =>
    actsForOne(item, given).flatMap(({ act }) => (act === "edit" || act === "clone" ? [act] : []));
  expect(forms(own)).toEqual(["edit", "clone"]);
  expect(forms(own, { isOwn: true, owners: [] })).toEqual(["edit"]);
  expect(forms(row({ may: { ...everything, reveal: false } }))).toEqual(["edit"]);
  expect(forms(row({ may: { ...everything, edit: false } }))).toEqual(["clone"]);
  expect([forms(trashed), forms(broken)]).toEqual([[], []]);
});

test("the bar says why something is off, and its button does nothing", () => {
  const mark = vi.fn();
  show(<ItemsView label="Items" items={[own, shared]} owners={owners} actions={{ mark } as never} />);
  fireEvent.click(screen.getByRole("checkbox", { name: "Select all items" }));
  const bar = within(screen.getByRole("region", { name: "Selected items" }));
  expect(bar.getAllByText("Not all of them have the same owner.")).toHaveLength(1);
  for (const name of ["Move to an organization", "Assign to collections"]) {
    const button = bar.getByRole("button", { name });
    expect(button.getAttribute("aria-disabled")).toBe("true");
    const reason = document.getElementById(button.getAttribute("aria-describedby") ?? "");
    expect(reason?.textContent).toBe("Not all of them have the same owner.");
    fireEvent.click(button);
  }
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(bar.getByRole("button", { name: "Delete" }).getAttribute("aria-disabled")).toBeNull();
});
