import { eq, inArray } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { attachments } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { events } from "@/db/schema/events";
import { storageOfOwner } from "@/lib/domain/attachment/limits";
import { AttachmentId, type CollectionId, type ItemId, type OrganizationId } from "@/lib/domain/ids";
import { itemNumbers } from "@/lib/domain/item/types";
import { execute } from "@/lib/operations/command";
import { markItems } from "@/lib/operations/item/mark-items";
import { shareItems } from "@/lib/operations/item/share-items";
import { trashItems } from "@/lib/operations/item/trash-items";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { anOwnItem } from "@/test/items";
import { wholeVault } from "@/test/my-vault";
import {
  aCollection,
  aConfirmed,
  aMemberOf,
  anAttachment,
  anItem,
  anOrganizationWith,
  anyId,
  aProviderWithAdmin,
  aVisit,
  keyOf,
  sealedLogin,
} from "@/test/organization";
import { sealedText } from "@/test/people";
import { anEnterprise, aPolicy } from "@/test/policies";

async function aWorld(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx);
  const betty = await aConfirmed(tx, organizationId, "user", "Betty Warden");
  const other = await aConfirmed(tx, organizationId, "user", "Lee Park");
  const grants = { [betty.memberId]: "edit", [other.memberId]: "view" } as const;
  const collectionId = await aCollection(tx, organizationId, grants);
  return { organizationId, betty, other, collectionId, itemId: await anOwnItem(tx, betty) };
}

async function sharing(
  tx: Tx,
  organizationId: OrganizationId,
  collectionId: CollectionId,
  itemIds: ItemId[],
) {
  const rows = await tx.select().from(ciphers).where(inArray(ciphers.id, itemIds));
  const items = rows.map(({ id, revisedAt }) => ({
    itemId: id,
    lastKnownRevisionDate: revisedAt,
    ...sealedLogin(),
    name: sealedText(9),
    passwordHistory: [{ password: sealedText(), lastUsedDate: "2026-01-31T09:15:00.000Z" }],
  }));
  return { organizationId, organizationKeyId: keyOf(organizationId), collectionIds: [collectionId], items };
}

const rowOf = async (tx: Tx, itemId: ItemId) =>
  (await tx.select().from(ciphers).where(eq(ciphers.id, itemId)))[0];

describe("an item of one's own that is moved to an organization", () => {
  test("is the organization's, as it was sealed anew, and logged there", async ({ tx }) => {
    const { organizationId, betty, other, collectionId, itemId } = await aWorld(tx);
    await execute(tx, markItems, betty.actor, { itemIds: [itemId], isFavorite: true });
    const second = await anOwnItem(tx, betty);
    const before = await rowOf(tx, itemId);
    await tx.delete(events);
    const input = await sharing(tx, organizationId, collectionId, [itemId, second]);
    expect(await execute(tx, shareItems, betty.actor, input)).toEqual({ count: 2 });

    const {
      lastKnownRevisionDate: _,
      itemId: __,
      ...sealed
    } = input.items.find((item) => item.itemId === itemId) ?? {};
    const owner = { organizationId, organizationKeyId: keyOf(organizationId), userId: null, collections: 1 };
    const row = await rowOf(tx, itemId);
    expect(row).toMatchObject({ ...owner, ...sealed, passwordChangedAt: before?.createdAt });
    expect(row?.createdAt).toEqual(row?.revisedAt);
    const seen = await wholeVault(tx, other.actor);
    expect(seen.items.map(({ id }) => id).sort()).toEqual([itemId, second].sort());
    const mine = await wholeVault(tx, betty.actor);
    expect(mine.items.find(({ id }) => id === itemId)?.isFavorite).toBe(true);
    expect(
      await tx.select({ type: events.type, organizationId: events.organizationId }).from(events),
    ).toEqual([
      { type: "cipher.shared", organizationId },
      { type: "cipher.shared", organizationId },
    ]);
  });

  test("goes only into a collection that one edits, and only from one's own vault", async ({ tx }) => {
    const { organizationId, betty, other, collectionId, itemId } = await aWorld(tx);
    const unseen = await aCollection(tx, organizationId);
    const input = await sharing(tx, organizationId, collectionId, [itemId]);
    await expectRefused(tx, shareItems, betty.actor, { ...input, collectionIds: [unseen] }, "not_found");
    await expectRefused(tx, shareItems, other.actor, input, "not_found");
    const theirs = await sharing(tx, organizationId, collectionId, [await anOwnItem(tx, other)]);
    await expectRefused(tx, shareItems, other.actor, theirs, "not_found");
    const there = await anItem(tx, organizationId, [collectionId]);
    const again = await sharing(tx, organizationId, collectionId, [there]);
    await expectRefused(tx, shareItems, betty.actor, again, "not_found");
    await execute(tx, trashItems, betty.actor, { itemIds: [itemId] });
    const trashed = await sharing(tx, organizationId, collectionId, [itemId]);
    await expectRefused(tx, shareItems, betty.actor, trashed, "not_found");
    expect(await tx.$count(collectionCiphers)).toBe(1);
  });

  test("goes into none that one only administers for it as its provider", async ({ tx }) => {
    const provider = await aProviderWithAdmin(tx);
    const { organizationId } = await anOrganizationWith(tx, { provider });
    const collectionId = await aCollection(tx, organizationId);
    await aVisit(tx, organizationId, provider.providerId, provider.admin);
    const input = await sharing(tx, organizationId, collectionId, [await anOwnItem(tx, provider.admin)]);
    await expectRefused(tx, shareItems, provider.admin.actor, input, "not_found");
  });

  test("is moved as it was when it was sealed anew, of the type it has, under the present key", async ({
    tx,
  }) => {
    const { organizationId, betty, collectionId, itemId } = await aWorld(tx);
    const input = await sharing(tx, organizationId, collectionId, [itemId]);
    const [item] = input.items;
    if (!item) throw new Error("there is one");
    const older = { ...input, items: [{ ...item, lastKnownRevisionDate: new Date(0) }] };
    await expectRefused(tx, shareItems, betty.actor, older, "item_out_of_date");
    const otherKey = { ...input, organizationKeyId: anyId() };
    await expectRefused(tx, shareItems, betty.actor, otherKey, "organization_key_replaced");
    const note = { ...input, items: [{ ...item, type: "secure_note" as const, data: {} }] };
    await expectRefused(tx, shareItems, betty.actor, note, "not_found");
    expect(await rowOf(tx, itemId)).toMatchObject({ userId: betty.userId, organizationId: null });
  });

  test("takes its files along, each with its key sealed anew, if none is left out", async ({ tx }) => {
    const { organizationId, betty, collectionId, itemId } = await aWorld(tx);
    const fileId = await anAttachment(tx, itemId);
    await anAttachment(tx, itemId, { finishedAt: null });
    const input = await sharing(tx, organizationId, collectionId, [itemId]);
    await expectRefused(tx, shareItems, betty.actor, input, "item_out_of_date");
    const file = { id: fileId, key: sealedText(5), fileName: sealedText(3) };
    const withFiles = (files: (typeof file)[]) => ({
      ...input,
      items: input.items.map((item) => ({ ...item, attachments: files })),
    });
    const more = [file, { ...file, id: AttachmentId.parse(anyId()) }];
    await expectRefused(tx, shareItems, betty.actor, withFiles(more), "item_out_of_date");
    const [there] = await tx.select().from(attachments).where(eq(attachments.id, fileId));
    await tx
      .update(attachments)
      .set({ size: storageOfOwner.organization / 8 })
      .where(eq(attachments.id, fileId));
    const other = await anItem(tx, organizationId, [collectionId]);
    for (let i = 0; i < 8; i++) await anAttachment(tx, other, { size: storageOfOwner.organization / 8 - 9 });
    await expectRefused(tx, shareItems, betty.actor, withFiles([file]), "storage_full");
    await tx.update(attachments).set({ size: 65 }).where(eq(attachments.id, fileId));
    await execute(tx, shareItems, betty.actor, withFiles([file]));
    expect(await tx.select().from(attachments).where(eq(attachments.itemId, itemId))).toEqual([
      { ...there, ...file, userId: null, organizationId },
    ]);
  });

  test("is what data ownership asks for, and nothing of a restricted type", async ({ tx }) => {
    const { betty, itemId } = await aWorld(tx);
    const { organizationId } = await anEnterprise(tx, { name: "Nickel" });
    const memberId = await aMemberOf(tx, organizationId, betty);
    const collectionId = await aCollection(tx, organizationId, { [memberId]: "edit" });
    const second = await anOwnItem(tx, betty);
    await aPolicy(tx, organizationId, "data_ownership");
    const input = await sharing(tx, organizationId, collectionId, [itemId]);
    expect(await execute(tx, shareItems, betty.actor, input)).toEqual({ count: 1 });
    await aPolicy(tx, organizationId, "restricted_item_types", [itemNumbers.login]);
    const restricted = await sharing(tx, organizationId, collectionId, [second]);
    await expectRefused(tx, shareItems, betty.actor, restricted, "item_type_restricted");
  });
});
