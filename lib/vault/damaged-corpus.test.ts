import { beforeAll, describe, expect, test } from "vitest";
import { openRows } from "@/components/exporting/open-rows";
import type { EncString } from "@/lib/crypto/types";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import type { ItemType } from "@/lib/domain/item/types";
import { sealedFile } from "@/lib/vault/export/json-file";
import { sealedTextsOf } from "@/lib/vault/item-codec";
import { openItems } from "@/lib/vault/open-items";
import { sealItem } from "@/lib/vault/seal-item";
import type { Vault } from "@/lib/vault/vault";
import { aFullItem, itemTypesInTests } from "@/test/full-item";
import { somebody } from "@/test/vault";

let vault: Vault;
const whole = new Map<ItemType, SealedItem>();
const others = new Map<ItemType, SealedItem>();

beforeAll(async () => {
  ({ vault } = await somebody("brett.warden@provider.example"));
  for (const type of itemTypesInTests) {
    whole.set(
      type,
      await sealItem(
        vault,
        "user",
        aFullItem(type, (name) => `the ${name}`),
      ),
    );
    others.set(
      type,
      await sealItem(
        vault,
        "user",
        aFullItem(type, (name) => `another ${name}`),
      ),
    );
  }
});

const of = (items: ReadonlyMap<ItemType, SealedItem>, type: ItemType): SealedItem => {
  const item = items.get(type);
  if (!item) throw new Error("each type has one");
  return item;
};

/** The same item with one ciphertext in another's place. */
const withText = (item: SealedItem, text: EncString, other: string): SealedItem =>
  JSON.parse(JSON.stringify(item).replaceAll(JSON.stringify(text), JSON.stringify(other)));

/** One byte of a piece of a ciphertext is another one: 0 is the iv, 1 the text, 2 the MAC. */
function flipped(text: EncString, piece: 0 | 1 | 2): string {
  const pieces = text.slice(2).split("|");
  const bytes = Buffer.from(pieces[piece] ?? "", "base64");
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return `2.${pieces.with(piece, bytes.toString("base64")).join("|")}`;
}

const harms: [string, (text: EncString, other: EncString) => string][] = [
  ["one byte of the iv", (text) => flipped(text, 0)],
  ["one byte of the text", (text) => flipped(text, 1)],
  ["one byte of the MAC", (text) => flipped(text, 2)],
  ["the same part of another item", (_, other) => other],
  ["the label of a seal without a MAC", (text) => `0.${text.slice(2).split("|").slice(0, 2).join("|")}`],
];

/** The damaged item between two whole ones, opened together as a list is. */
async function amongOthers(type: ItemType, harmed: SealedItem) {
  const rows = [
    { id: "before", ...of(others, "login") },
    { id: "harmed", ...harmed },
    { id: "after", ...of(others, "secure_note") },
  ].filter(({ id, key }) => id === "harmed" || key !== of(others, type).key);
  return { rows, opened: await openItems(vault, "user", rows) };
}

describe.each(itemTypesInTests)("of %s", (type) => {
  test.each(harms)("%s in any part marks that item alone", async (_what, harm) => {
    const item = of(whole, type);
    const texts = sealedTextsOf(item);
    const strange = sealedTextsOf(of(others, type));
    expect(texts.length).toBeGreaterThan(4);
    for (const [at, { path, sealed }] of texts.entries()) {
      const other = strange[at]?.sealed;
      if (!other) throw new Error("both have the same parts");
      const { rows, opened } = await amongOthers(type, withText(item, sealed, harm(sealed, other)));
      for (const [place, { id }] of rows.entries())
        expect(opened[place]?.damage.length, `${path}: ${id}`).toBe(id === "harmed" ? 1 : 0);
    }
  });

  test.each(harms)("%s in its key closes that item alone", async (_what, harm) => {
    const item = of(whole, type);
    const { rows, opened } = await amongOthers(type, {
      ...item,
      key: harm(item.key, of(others, "card").key) as EncString,
    });
    for (const [place, { id }] of rows.entries()) {
      const row = opened[place] ?? null;
      if (id !== "harmed") expect(row?.damage).toEqual([]);
      // With another item's key, none of its parts opens.
      else if (row) expect(row.damage.length).toBeGreaterThan(3);
      else expect(row).toBeNull();
    }
  });

  test("what is damaged is named by an export, and kept as the ciphertext that it is", async () => {
    const item = of(whole, type);
    const [first] = sealedTextsOf(item);
    if (!first) throw new Error("it has texts");
    const harmed = withText(item, first.sealed, flipped(first.sealed, 2));
    const { rows, opened } = await amongOthers(type, harmed);
    const facts = (id: string) => ({
      ...{ id, organizationId: null, collectionIds: null, folderId: null, isFavorite: false },
      ...{ archivedAt: null, createdAt: new Date(0), revisedAt: new Date(0), reprompt: "none" as const },
    });
    const found = rows.map((sealed, at) => ({ sealed, opened: opened[at] ?? null, facts: facts(sealed.id) }));
    const { exported, damaged } = await openRows(vault, { ref: "user", rows: found }, () => {});
    expect(damaged.map((row) => row.facts.id)).toEqual(["harmed"]);
    expect(exported).toHaveLength(rows.length);
    const file = await sealedFile(
      vault,
      "user",
      damaged.map((row) => ({ facts: row.facts, item: row.sealed })),
    );
    for (const { sealed } of sealedTextsOf(harmed).filter(({ is }) => is !== "checksum"))
      expect(file).toContain(sealed);
  });
});
