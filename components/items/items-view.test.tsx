// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { ItemRow } from "@/components/items/item";
import { ItemsView } from "@/components/items/items-view";
import type { ActionResult } from "@/lib/http/result";
import { emptyLists } from "@/lib/vault/item";
import { show } from "@/test/components";
import { aFileServer } from "@/test/files";
import { somebody } from "@/test/vault";

const note = (name: string): ItemRow => ({
  id: name.toLowerCase(),
  sealed: { type: "secure_note", reprompt: "none" } as ItemRow["sealed"],
  ...{ revisedAt: new Date(0), deletedAt: null, collectionIds: [], organizationId: null },
  may: { edit: true, delete: true, reveal: true, assign: false },
  marks: { isFavorite: false, isArchived: false, folderId: null },
  keptIn: { owner: null, color: "red", collections: [] },
  content: { type: "secure_note", name, notes: null, ...emptyLists, data: {} } as ItemRow["content"],
  damage: [],
  searched: name.toLowerCase(),
});
const [first, second] = [note("First"), note("Second")];

async function aView(report: () => Promise<ActionResult<null>>) {
  const { vault } = await somebody("betty@client.example");
  const told = vi.fn(report);
  const actions = { report: told, getKey: vi.fn(), files: aFileServer().actions } as never;
  const view = (items: ItemRow[]) => <ItemsView label="Items" items={items} actions={actions} />;
  const { rerender } = show(view([first, second]), vault);
  return { told, search: (items: ItemRow[]) => rerender(view(items)) };
}

const open = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("an item is told of once each time that it is opened, also where a search hides it meanwhile", async () => {
  const { told, search } = await aView(async () => ({ ok: true, result: null }));
  open("First");
  search([second]);
  search([first, second]);
  expect(told.mock.calls).toEqual([[{ itemId: "first", what: "viewed" }]]);
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  open("First");
  expect(told).toHaveBeenCalledTimes(2);
});

test("a late refusal puts away the item that it is about, and no other", async () => {
  let refuse = () => {};
  const late = new Promise<ActionResult<null>>((resolve) => {
    refuse = () => resolve({ ok: false, failure: { code: "not_found" } });
  });
  const answers = [late, Promise.resolve({ ok: true as const, result: null })];
  await aView(() => answers.shift() ?? late);
  open("First");
  open("Second");
  await act(async () => refuse());
  expect(screen.getByRole("dialog", { name: "Second" })).toBeTruthy();
});
