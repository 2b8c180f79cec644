import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { openRows } from "@/components/exporting/open-rows";
import { type AskItemsToExport, organizationRows, ownRows } from "@/components/exporting/rows";
import { KeyRefused } from "@/components/vault/hold-key";
import { CollectionId, FolderId, OrganizationId } from "@/lib/domain/ids";
import { VaultError } from "@/lib/vault/errors";
import type { Vault } from "@/lib/vault/vault";
import { answered, failing, sent, untilKept } from "@/test/asked-vault";
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
  const folders = [{ id: FolderId.parse(randomUUID()), name }];
  const ask = answered(sent("1", [...rows, trashed], folders));
  const found = await ownRows({ userId: randomUUID(), ask })(vault);
  const progress: number[] = [];
  const { exported, damaged } = await openRows(vault, found, (done) => progress.push(done));
  expect(exported.map(({ item }) => item.name)).toEqual(["Partly", "Whole"]);
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
  const ask = answered(sent("1", await threeRows(vault)));
  const found = await ownRows({ userId: randomUUID(), ask })(vault);
  await vault.lock();
  await expect(openRows(vault, found, () => {})).rejects.toThrow(VaultError);
});

test("what is exported is as the server has it, from the device too, and never an organization's", async () => {
  const { vault } = await somebody("kept@client.example");
  const whole = await aSealedRow(vault, "Whole");
  const folderId = FolderId.parse(randomUUID());
  const [name = sealedText()] = await vault.sealTexts("user", ["Bills"]);
  const marked = { ...whole, folderId, isFavorite: true, archivedAt: new Date(1), createdAt: new Date(2) };
  const theirs = {
    ...(await aSealedRow(vault, "Theirs")),
    organizationId: OrganizationId.parse(randomUUID()),
  };
  const userId = randomUUID();
  const first = answered(sent("1", [marked, theirs], [{ id: folderId, name }]));
  const fresh = await ownRows({ userId, ask: first })(vault);
  const { id, revisedAt } = whole;
  const marks = { folderId, isFavorite: true, archivedAt: new Date(1), createdAt: new Date(2) };
  const facts = { id, ...marks, revisedAt, reprompt: "none", organizationId: null, collectionIds: null };
  expect(fresh.rows.map((row) => row.facts)).toEqual([facts]);
  const { type, key, notes, fields, passwordHistory, data } = whole;
  const sealed = { type, key, name: whole.name, notes, fields, passwordHistory, data, reprompt: "none" };
  await untilKept();
  const kept = await ownRows({ userId, ask: answered({ revision: "1", contents: null }) })(vault);
  for (const { rows, holders } of [fresh, kept]) {
    expect(rows.map((row) => ({ facts: row.facts, sealed: { ...row.sealed } }))).toEqual([{ facts, sealed }]);
    expect(holders).toEqual({ folders: [{ id: folderId, name: "Bills" }] });
  }
});

test("while the server is away nothing is exported, though the device has kept it", async () => {
  const { vault } = await somebody("away@client.example");
  const userId = randomUUID();
  await ownRows({ userId, ask: answered(sent("1", await threeRows(vault))) })(vault);
  await untilKept();
  await expect(ownRows({ userId, ask: failing("busy") })(vault)).rejects.toBeInstanceOf(KeyRefused);
});

test("an organization's items come page by page, with the names of its collections", async () => {
  const { vault } = await somebody("admin@provider.example");
  const [providerId, organizationId] = [randomUUID(), randomUUID()];
  const { served, collectionName } = await aClientKey(
    vault,
    providerId,
    organizationId,
    await aProviderKey(vault, providerId),
  );
  const collectionId = CollectionId.parse(randomUUID());
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
