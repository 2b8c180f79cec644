// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { ItemRow } from "@/components/items/item";
import { ItemsView } from "@/components/items/items-view";
import type { ActionResult } from "@/lib/http/result";
import { emptyLists } from "@/lib/vault/item";
import { openItems } from "@/lib/vault/open-items";
import { show } from "@/test/components";
import { aFileServer } from "@/test/files";
import { aSealedRow, somebody } from "@/test/vault";

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

test("an edit that somebody has begun stays when the item leaves the list, and says so", async () => {
  const { vault } = await somebody("betty@client.example");
  const sealed = await aSealedRow(vault, "Firewall");
  const [found] = await openItems(vault, "user", [sealed]);
  if (!found) throw new Error("it opens");
  const login: ItemRow = { ...note("Firewall"), sealed, revisedAt: sealed.revisedAt, content: found.content };
  const actions = {
    report: async () => ({ ok: true, result: null }),
    getKey: vi.fn(),
    files: aFileServer().actions,
  } as never;
  const view = (items: ItemRow[]) => (
    <ItemsView label="Items" items={items} empty={<p>Nothing</p>} actions={actions} />
  );
  const { rerender } = show(view([login]), vault);
  open("Firewall");
  fireEvent.click(screen.getByRole("button", { name: "Edit" }));
  fireEvent.change(await screen.findByLabelText(/^Notes/), { target: { value: "typed for long" } });
  rerender(view([]));
  expect(screen.getByText("Nothing")).toBeTruthy();
  expect(screen.getByRole("alert").textContent).toContain("This item is no longer in the list");
  expect(screen.getByLabelText(/^Notes/)).toHaveProperty("value", "typed for long");
});

test("what is ticked in one view is not ticked in the next", async () => {
  const { vault } = await somebody("betty@client.example");
  const actions = {
    report: async () => ({ ok: true, result: null }),
    getKey: vi.fn(),
    files: aFileServer().actions,
  } as never;
  const view = (of: string) => <ItemsView label="Items" items={[first]} view={of} actions={actions} />;
  const { rerender } = show(view("all"), vault);
  fireEvent.click(screen.getByRole("checkbox", { name: "Select First" }));
  expect(screen.getByRole("checkbox", { name: "Select First" })).toHaveProperty("checked", true);
  rerender(view("archive"));
  expect(screen.getByRole("checkbox", { name: "Select First" })).toHaveProperty("checked", false);
});
