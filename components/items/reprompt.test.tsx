// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { type ReactNode, use } from "react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ItemRow } from "@/components/items/item";
import { ItemsView } from "@/components/items/items-view";
import { VaultContext } from "@/components/vault/vault-context";
import { emptyLists } from "@/lib/vault/item";
import { openItems } from "@/lib/vault/open-items";
import { sealItem } from "@/lib/vault/seal-item";
import { show } from "@/test/components";
import { aFileServer } from "@/test/files";
import { somebody } from "@/test/vault";

const password = "kV7#mQ2p";
let betty: Awaited<ReturnType<typeof somebody>>;
let item: ItemRow;
beforeAll(async () => {
  betty = await somebody("betty@cobalt.example");
  const sealed = await sealItem(betty.vault, "user", {
    type: "login" as const,
    name: "Firewall",
    notes: null,
    ...emptyLists,
    data: { username: "admin", password, totp: "GEZDGNBVGY3TQOJQ", uris: [] },
  });
  const [opened] = await openItems(betty.vault, "user", [{ id: "1", ...sealed }]);
  if (!opened) throw new Error("it opens");
  item = {
    ...{ id: "1", deletedAt: null, collectionIds: [], organizationId: null, revisedAt: new Date(0) },
    may: { edit: true, delete: true, reveal: true, assign: false },
    marks: { isFavorite: false, isArchived: false, folderId: null },
    sealed: { ...sealed, reprompt: "password" },
    keptIn: { owner: null, color: "red", collections: [] },
    content: opened.content,
    damage: opened.damage,
    searched: null,
  };
});

let copied: string[];
beforeEach(() => {
  copied = [];
  vi.stubGlobal("ClipboardItem", undefined);
  vi.stubGlobal("navigator", { clipboard: { writeText: async (text: string) => copied.push(text) } });
  const report = async () => ({ ok: true, result: null });
  const create = vi.fn();
  show(
    <WithKeys>
      <ItemsView
        label="Items"
        items={[item]}
        owners={[{ organizationId: null, name: "Me", collections: [] }]}
        actions={{ report, create, mark: vi.fn(), files: aFileServer().actions } as never}
      />
    </WithKeys>,
    betty.vault,
  );
});
afterEach(() => vi.unstubAllGlobals());

/** The server has the sealed keys of whoever types. */
function WithKeys({ children }: { children: ReactNode }) {
  const around = use(VaultContext);
  if (!around) throw new Error("there is no vault");
  const { email, kdf } = betty.master;
  const readKeys = async () => ({ ok: true as const, result: { ...betty.keys, email, kdf } as never });
  return <VaultContext value={{ ...around, readKeys }}>{children}</VaultContext>;
}

function choose(entry: string) {
  fireEvent.click(screen.getByRole("button", { name: "Options for Firewall" }));
  fireEvent.click(screen.getByRole("menuitem", { name: entry }));
}
/** A master key takes its time. */
const slow = { timeout: 10_000 };
const question = () => screen.findByRole("dialog", { name: "Is it you?" });
const isAsked = () => screen.queryByRole("dialog", { name: "Is it you?" }) !== null;

async function answer(typed: string, button = "Go on") {
  fireEvent.change(await screen.findByLabelText("Master password"), { target: { value: typed } });
  fireEvent.click(screen.getByRole("button", { name: button }));
}

test.each([
  ["Copy password", /^kV7#mQ2p$/],
  ["Copy code", /^\d{6}$/],
])("%s gives nothing away before the master password is typed", async (entry, text) => {
  choose(entry);
  await question();
  await answer("a wrong one");
  await screen.findByText("This is not the master password.", {}, slow);
  expect(copied).toEqual([]);
  await answer(betty.master.password);
  await vi.waitFor(() => expect(copied).toEqual([expect.stringMatching(text)]), slow);
  expect(isAsked()).toBe(false);
  choose(entry);
  await question();
});

test("whoever closes the question has copied nothing, and is told of nothing", async () => {
  choose("Copy password");
  await question();
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  await vi.waitFor(() => expect(isAsked()).toBe(false));
  expect(copied).toEqual([]);
  expect(screen.queryByText(/could not be opened/)).toBeNull();
});

test.each([
  ["Edit", "Edit login", "Firewall"],
  ["Clone", "New login", "Firewall (copy)"],
])("%s asks first, and its form keeps that the item asks", async (entry, title, name) => {
  choose(entry);
  await question();
  expect(screen.queryByRole("dialog", { name: title })).toBeNull();
  await answer(betty.master.password);
  await screen.findByRole("dialog", { name: title }, slow);
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe(name);
  expect(
    screen.getByRole<HTMLInputElement>("checkbox", { name: /^Ask for the master password/ }).checked,
  ).toBe(true);
});

test("what was proven in the open drawer is not asked for in the row", async () => {
  fireEvent.click(screen.getByRole("button", { name: "Firewall" }));
  await answer(betty.master.password, "Show the item");
  await screen.findByRole("button", { name: "Show: Password" }, slow);
  choose("Copy password");
  await vi.waitFor(() => expect(copied).toEqual([password]));
});
