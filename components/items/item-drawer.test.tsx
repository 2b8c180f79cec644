// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/react";
import { beforeAll, expect, test, vi } from "vitest";
import { actsForOne } from "@/components/items/acts-for";
import type { ItemRow } from "@/components/items/item";
import { ItemDrawer } from "@/components/items/item-drawer";
import { emptyLists } from "@/lib/vault/item";
import { openItems } from "@/lib/vault/open-items";
import { sealItem } from "@/lib/vault/seal-item";
import type { Vault } from "@/lib/vault/vault";
import { show } from "@/test/components";
import { aFileServer } from "@/test/files";
import { somebody } from "@/test/vault";

const password = "kV7#mQ2p";
const all = { edit: true, delete: true, reveal: true, assign: true };
let vault: Vault;

beforeAll(async () => {
  ({ vault } = await somebody("betty@cobalt.example"));
});

type Given = { site?: string; spoil?: "password"; isConfirmed?: boolean };

async function drawer(may: ItemRow["may"], given: Given = {}) {
  const { site = "https://firewall.cobalt.example", spoil, isConfirmed = true } = given;
  const data = { username: "admin", password, totp: null, uris: [{ uri: site, match: null }] };
  const sealed = await sealItem(vault, "user", {
    type: "login" as const,
    name: "Firewall",
    notes: null,
    ...emptyLists,
    passwordHistory: [{ password: "former", lastUsedDate: "2026-01-01T00:00:00.000Z" }],
    data,
  });
  if (spoil) sealed.data = { ...sealed.data, password: sealed.data.username };
  const [opened] = await openItems(vault, "user", [{ id: "1", ...sealed }]);
  const item: ItemRow = {
    deletedAt: null,
    collectionIds: [],
    marks: { isFavorite: false, isArchived: false, folderId: null },
    ...{
      id: "1",
      sealed: { ...sealed, reprompt: "none" as const },
      revisedAt: new Date(0),
      organizationId: null,
      may,
    },
    ...{ keptIn: { owner: null, color: "red", collections: [] } },
    ...{ content: opened?.content ?? null, damage: opened?.damage ?? [], searched: null },
  };
  const tell = vi.fn();
  const onAct = vi.fn();
  const nothing = () => {};
  show(
    <ItemDrawer
      item={item}
      tell={tell}
      onAct={onAct}
      offers={actsForOne(item, {
        isOwn: true,
        owners: [{ organizationId: null, name: "Me", collections: [] }],
      })}
      isConfirmed={isConfirmed}
      onConfirmed={nothing}
      actions={{ getKey: vi.fn(), files: aFileServer().actions }}
      onClose={nothing}
    />,
    vault,
  );
  return { tell, onAct };
}

const box = () => screen.getByRole("dialog", { name: "Firewall" });
const button = (name: string) => within(box()).queryByRole("button", { name });
const press = (name: string) => fireEvent.click(within(box()).getByRole("button", { name }));

test("a password is nowhere until it is shown, and each look is reported", async () => {
  const { tell } = await drawer(all);
  expect(document.body.textContent).not.toContain(password);
  press("Show: Password");
  await vi.waitFor(() => expect(document.body.textContent).toContain(password));
  expect(tell.mock.calls).toEqual([["password_revealed"]]);
  press("Hide: Password");
  expect(document.body.textContent).not.toContain(password);
});

test.each([
  ["everything", all, ["Edit", "Delete", "Show: Password", "Copy: Password"]],
  ["changes without the password", { ...all, reveal: false, assign: false }, ["Edit", "Delete"]],
  ["nothing but looking", { edit: false, delete: false, reveal: false, assign: false }, []],
])("whoever may do %s is offered that", async (_what, may, offered) => {
  await drawer(may);
  const possible = ["Edit", "Delete", "Show: Password", "Copy: Password"];
  expect(possible.filter((name) => button(name) !== null)).toEqual(offered);
});

const entries = () => {
  fireEvent.click(within(box()).getByRole("button", { name: "More options" }));
  return screen.getAllByRole("menuitem").map(({ textContent }) => textContent);
};

test("what has no button is in a menu beside them, and is done from there", async () => {
  const { onAct } = await drawer(all);
  expect(entries()).toEqual(["Clone", "Add to favourites", "Archive", "Move to a folder"]);
  fireEvent.click(screen.getByRole("menuitem", { name: "Archive" }));
  expect(onAct.mock.calls).toEqual([["archive"]]);
});

test("until the master password was asked for, nothing is offered that shows secrets", async () => {
  await drawer(all, { isConfirmed: false });
  expect(["Edit", "Delete", "Show: Password"].filter((name) => button(name) !== null)).toEqual(["Delete"]);
  expect(entries()).toEqual(["Add to favourites", "Archive", "Move to a folder"]);
});

test("lists of facts have names and values in them, and nothing else", async () => {
  await drawer(all);
  const inLists = [...document.body.querySelectorAll("dl > *, dl > div > *")];
  expect(new Set(inLists.map(({ tagName }) => tagName))).toEqual(new Set(["DIV", "DT", "DD"]));
  expect(document.body.querySelector("dl > div > div")).toBeNull();
  expect(
    within(box())
      .getByText(/Used until/)
      .closest("dl"),
  ).toBeTruthy();
});

test("a password that is not the one that was saved is not offered, and the drawer says so", async () => {
  await drawer(all, { spoil: "password" });
  expect([button("Show: Password"), button("Copy: Password")]).toEqual([null, null]);
  expect(within(box()).getByText(/Password: it was exchanged/)).toBeTruthy();
});

test.each([
  ["firewall.cobalt.example", "https://firewall.cobalt.example/", false],
  ["ssh://root@10.20.0.1", null, false],
  ["https://cobalt.example@evil.example", null, true],
  ["https://cob\u200balt.example", null, true],
])("the website %s is shown, and linked to %s", async (site, href, isWarned) => {
  await drawer(all, { site });
  const link = within(box()).queryByRole("link");
  expect(link?.getAttribute("href") ?? null).toBe(href);
  expect(within(box()).queryByText(/Not a link/) !== null).toBe(isWarned);
  expect(box().textContent).toContain(site);
});
