// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";
import type { ItemRow } from "@/components/items/item";
import { detailOf } from "@/components/items/item-detail";
import { openItems } from "@/lib/vault/open-items";
import { sealItem } from "@/lib/vault/seal-item";
import type { Vault } from "@/lib/vault/vault";
import { show } from "@/test/components";
import { aFullItem } from "@/test/full-item";
import { somebody } from "@/test/vault";

let vault: Vault;
let card: ItemRow;
beforeAll(async () => {
  ({ vault } = await somebody("betty@cobalt.example"));
  const texts: Record<string, string> = { brand: "Visa", number: "4111 1111-1111 4242" };
  const sealed = await sealItem(
    vault,
    "user",
    aFullItem("card", (name) => texts[name] ?? name),
  );
  const [opened] = await openItems(vault, "user", [{ id: "1", ...sealed }]);
  if (!opened) throw new Error("it opens");
  card = {
    ...{ id: "1", deletedAt: null, collectionIds: [], organizationId: null, revisedAt: new Date(0) },
    may: { edit: true, delete: true, reveal: true, assign: true },
    marks: { isFavorite: false, isArchived: false, folderId: null },
    sealed: { ...sealed, reprompt: "none" },
    keptIn: { owner: null, color: "red", collections: [] },
    content: opened.content,
    damage: opened.damage,
    searched: null,
  };
});

test("a card says how its number ends", async () => {
  show(<p>{detailOf(card)}</p>, vault);
  expect(await screen.findByText("Visa, *4242")).toBeTruthy();
});

test("an item in the trash says when it goes for good", () => {
  const deletedAt = new Date("2026-11-01T12:00:00Z");
  show(<p>{detailOf({ ...card, deletedAt })}</p>, vault);
  expect(document.body.textContent).toBe("Goes for good on Dec 1, 2026");
});

test.each([
  ["under the master password", "password", true],
  ["whose number is hidden from somebody", "none", false],
] as const)("a card %s says nothing of its number", (_, reprompt, reveal) => {
  const kept = { ...card, sealed: { ...card.sealed, reprompt }, may: { ...card.may, reveal } };
  expect(detailOf(kept)).toBe("Visa cardholderName");
});
