import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { folders } from "@/db/schema/folders";
import { organizationMembers } from "@/db/schema/organization-members";
import { rateLimits } from "@/db/schema/rate-limits";
import { compactForm, fromParts, itemsOf } from "@/lib/domain/item/compact";
import { execute } from "@/lib/operations/command";
import { createFolder } from "@/lib/operations/folder/create-folder";
import { createItem } from "@/lib/operations/item/create-item";
import { readAround, readVault } from "@/lib/operations/item/internal/read-vault";
import { markItems } from "@/lib/operations/item/mark-items";
import { syncMyVault, vaultsInTenMinutes } from "@/lib/operations/item/sync-my-vault";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { newItem } from "@/test/items";
import { aCollection, aConfirmed, anItem, anOrganizationWith, anyId } from "@/test/organization";
import { aPerson, sealedText } from "@/test/people";
import { wholeRow } from "@/test/whole-row";

test("the compact form holds the whole vault, and nothing comes twice until something is another", async ({
  tx,
}) => {
  const { organizationId } = await anOrganizationWith(tx);
  const { userId, actor, memberId } = await aConfirmed(tx, organizationId, "user", "Reader");
  const collectionId = await aCollection(tx, organizationId, { [memberId]: "view_hidden" });
  const itemId = await anItem(tx, organizationId, [collectionId]);
  const own = newItem();
  await execute(tx, createItem, actor, own);

  const first = await ask(tx, syncMyVault, actor, { known: null });
  const { items, entries, ...around } = await readVault(tx, userId, await readAround(tx, userId));
  const inOrder = items.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  if (!first.contents) throw new Error("nothing was known before");
  const { compact, ...others } = first.contents;
  expect(others).toEqual({ form: compactForm, ...around });
  const back = itemsOf(await fromParts(compact));
  expect({ ...back, items: back.items.map(wholeRow) }).toEqual({ items: inOrder, entries });

  const { revision } = first;
  expect(await ask(tx, syncMyVault, actor, { known: revision })).toEqual({ revision, contents: null });
  const marking = { itemIds: [itemId], isFavorite: true };
  await execute(tx, markItems, actor, marking);
  const marked = await ask(tx, syncMyVault, actor, { known: revision });
  expect([marked.contents === null, marked.revision === revision]).toEqual([false, false]);

  await tx.update(organizationMembers).set({ status: "revoked" }).where(eq(organizationMembers.id, memberId));
  const left = await ask(tx, syncMyVault, actor, { known: marked.revision });
  const leftThere = left.contents && itemsOf(await fromParts(left.contents.compact));
  expect(leftThere?.items.map(({ id }) => id)).toEqual([own.itemId]);
});

test("the order in which rows were written, and how the database reads them, make no other revision", async ({
  tx,
}) => {
  const { organizationId } = await anOrganizationWith(tx);
  const { actor, memberId } = await aConfirmed(tx, organizationId, "user", "Reader");
  const collectionIds = [
    await aCollection(tx, organizationId, { [memberId]: "edit" }),
    await aCollection(tx, organizationId, { [memberId]: "view" }),
  ];
  for (let i = 0; i < 5; i++) await anItem(tx, organizationId, collectionIds);
  for (let i = 0; i < 5; i++)
    await execute(tx, createFolder, actor, { folderId: anyId(), name: sealedText() });
  const { revision } = await ask(tx, syncMyVault, actor, { known: null });
  for (const table of [folders, ciphers, collectionCiphers]) await writeAnew(tx, table);
  const withouts = [["enable_sort"], ["enable_hashagg"], ["enable_indexscan", "enable_bitmapscan"]];
  const set = async (names: string[], to: "on" | "off") => {
    for (const name of names) await tx.execute(sql.raw(`set local ${name} = ${to}`));
  };
  for (const without of withouts) {
    await set(without, "off");
    expect(await ask(tx, syncMyVault, actor, { known: revision })).toEqual({ revision, contents: null });
    await set(without, "on");
  }
});

test("a vault is asked for as often as many open pages do, and no more often; nobody else is held up", async ({
  tx,
}) => {
  const [ann, betty] = [await aPerson(tx, "Ann"), await aPerson(tx, "Betty Warden")];
  const { revision } = await ask(tx, syncMyVault, ann.actor, { known: null });
  await tx.update(rateLimits).set({ points: vaultsInTenMinutes - 1 });
  expect(await ask(tx, syncMyVault, ann.actor, { known: revision })).toEqual({ revision, contents: null });
  await expect(ask(tx, syncMyVault, ann.actor, { known: revision })).rejects.toMatchObject({
    refusal: "too_many_attempts",
    values: { minutes: 10 },
  });
  await ask(tx, syncMyVault, betty.actor, { known: null });
  await tx.update(rateLimits).set({ expiresAt: new Date(0) });
  await ask(tx, syncMyVault, ann.actor, { known: revision });
});

/** Writes each row as it is, the last one first: each comes to stand behind those that were written before. */
async function writeAnew(tx: Tx, table: typeof folders | typeof ciphers | typeof collectionCiphers) {
  const { rows } = await tx.execute<{ at: string }>(sql`select ctid::text as at from ${table}`);
  for (const { at } of rows.reverse())
    await tx.execute(sql`update ${table} set created_at = created_at where ctid = ${at}::tid`);
}
