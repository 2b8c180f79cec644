// @vitest-environment happy-dom
import { fireEvent } from "@testing-library/react";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { ItemRow } from "@/components/items/item";
import { ItemsView } from "@/components/items/items-view";
import type { ItemType } from "@/lib/domain/item/types";
import { withoutHidden } from "@/lib/vault/item";
import { openItems } from "@/lib/vault/open-items";
import { sealItem } from "@/lib/vault/seal-item";
import type { Vault } from "@/lib/vault/vault";
import { show } from "@/test/components";
import { aFileServer } from "@/test/files";
import { aFullItem, itemTypesInTests } from "@/test/full-item";
import { corpus } from "@/test/markup-corpus";
import { somebody } from "@/test/vault";

const roles = [
  ["an owner", { edit: true, delete: true, reveal: true, assign: true }],
  ["a reader", { edit: false, delete: false, reveal: true, assign: false }],
  ["somebody without the secrets", { edit: false, delete: false, reveal: false, assign: false }],
] as const;

let vault: Vault;
beforeAll(async () => {
  ({ vault } = await somebody("betty@cobalt.example"));
});

/** All of it, as the text of every part; a login has each as an address too. */
const text = corpus.join(" ");

async function rowOf(type: ItemType, may: ItemRow["may"]): Promise<ItemRow> {
  const item = aFullItem(type, () => text);
  if (item.type === "login") item.data = { ...item.data, uris: corpus.map((uri) => ({ uri, match: null })) };
  const sealed = await sealItem(vault, "user", item);
  const [opened] = await openItems(vault, "user", [{ id: "1", ...sealed }]);
  if (!opened) throw new Error("it opens");
  return {
    ...{ id: "1", deletedAt: null, collectionIds: [], organizationId: null, revisedAt: new Date(0), may },
    marks: { isFavorite: false, isArchived: false, folderId: null },
    sealed: { ...sealed, reprompt: "none" },
    keptIn: { owner: text, color: "red", collections: [text] },
    content: may.reveal ? opened.content : withoutHidden(opened.content),
    damage: opened.damage,
    searched: null,
  };
}

/** Elements that load or run something, and attributes that do. */
const loading = "script, iframe, object, embed, img, base, form, link, style, use, video, audio";

function expectNothingRan() {
  for (const element of document.body.querySelectorAll("*")) {
    const handlers = [...element.attributes].map(({ name }) => name).filter((name) => name.startsWith("on"));
    expect(handlers).toEqual([]);
  }
  expect([...document.body.querySelectorAll(loading)].map(({ outerHTML }) => outerHTML)).toEqual([]);
  for (const link of document.body.querySelectorAll("a"))
    expect(link.getAttribute("href") ?? "").toMatch(/^(https?:\/\/|\/)/);
  expect("ran" in window).toBe(false);
}

const all = (selector: string) => [...document.body.querySelectorAll<HTMLElement>(selector)];
const reveals = () => all("button[aria-label^='Show: ']");

describe.each(roles)("what %s sees", (_who, may) => {
  test.each(itemTypesInTests)("of %s with markup in every part is text", async (type) => {
    const asked = vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("nothing is asked for"));
    const report = async () => ({ ok: true, result: null });
    const actions = { report, files: aFileServer().actions } as never;
    show(<ItemsView label="Items" items={[await rowOf(type, may)]} actions={actions} />, vault);
    const opener = all("tbody button").find(({ textContent }) => textContent === text);
    if (!opener) throw new Error("the row opens the item");
    fireEvent.click(opener);
    for (const reveal of reveals()) fireEvent.click(reveal);
    await vi.waitFor(() => expect(reveals()).toEqual([]));
    const shown = all("[role=dialog]")
      .map(({ textContent }) => textContent)
      .join();
    for (const each of type === "login" ? corpus : [text]) expect(shown).toContain(each);
    expectNothingRan();
    expect(asked).not.toHaveBeenCalled();
  });
});
