import { expect, test } from "vitest";
import { openRows } from "@/components/exporting/open-rows";
import { type AskItemsToExport, organizationRows, ownRows } from "@/components/exporting/rows";
import { CollectionId, FolderId } from "@/lib/domain/ids";
import { VaultError } from "@/lib/vault/errors";
import type { Vault } from "@/lib/vault/vault";
import { sealedText } from "@/test/people";
import { aClientKey, aProviderKey, aSealedRow, somebody } from "@/test/vault";

async function threeRows(vault: Vault) {
  const whole = await aSealedRow(vault, "Whole");
  const closed = { ...(await aSealedRow(vault, "Closed")), key: sealedText(5) };
  const partly = await aSealedRow(vault, "Partly");
  return [whole, closed, { ...partly, data: { ...partly.data, totp: sealedText() } }];
}

test("damaged items are named, what opens of them is in the file, and the rest works", async () => {
  const { vault } = await somebody("owner@client.example");
  const rows = await threeRows(vault);
  const trashed = { ...(await aSealedRow(vault, "Trashed")), deletedAt: new Date() };
  const [name = sealedText()] = await vault.sealTexts("user", ["Bills"]);
  const folders = [{ id: FolderId.parse(crypto.randomUUID()), name }];
  const found = await ownRows({ items: [...rows, trashed], folders })(vault);
  const progress: number[] = [];
  const { exported, damaged } = await openRows(vault, found, (done) => progress.push(done));
  expect(exported.map(({ item }) => item.name)).toEqual(["Whole", "Partly"]);
  expect(exported.map(({ item }) => item.type === "login" && [item.data.password, item.data.totp])).toEqual([
    ["correct horse", null],
    ["correct horse", null],
  ]);
  expect(damaged.map(({ facts }) => facts.id).sort()).toEqual([rows[1]?.id, rows[2]?.id].sort());
  expect(progress).toEqual([3]);
  expect(found.holders).toEqual({ folders: [{ id: folders[0]?.id, name: "Bills" }] });
});

test("a vault that locks in the middle of it makes no file", async () => {
  const { vault } = await somebody("locked@client.example");
  const found = await ownRows({ items: await threeRows(vault), folders: [] })(vault);
  await vault.lock();
  await expect(openRows(vault, found, () => {})).rejects.toThrow(VaultError);
});

test("an organization's items come page by page, with the names of its collections", async () => {
  const { vault } = await somebody("admin@provider.example");
  const [providerId, organizationId] = [crypto.randomUUID(), crypto.randomUUID()];
  const { served, collectionName } = await aClientKey(
    vault,
    providerId,
    organizationId,
    await aProviderKey(vault, providerId),
  );
  const collectionId = CollectionId.parse(crypto.randomUUID());
  const asked: (string | null)[] = [];
  const ask: AskItemsToExport = async ({ cursor }) => {
    asked.push(cursor);
    const collections = cursor ? [] : [{ id: collectionId, name: collectionName }];
    return { ok: true, result: { collections, items: [], next: cursor ? null : "more" } };
  };
  const getKey = async () => ({ ok: true, result: { ...served, organizationKeyId: "k" } }) as never;
  const { holders } = await organizationRows(organizationId, ask, getKey)(vault);
  expect(asked).toEqual([null, "more"]);
  expect(holders).toEqual({
    collections: [{ id: collectionId, organizationId, name: "Default collection" }],
  });
});
