import { eq, inArray, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { events } from "@/db/schema/events";
import { organizations } from "@/db/schema/organizations";
import { rateLimits } from "@/db/schema/rate-limits";
import type { CollectionId, ItemId } from "@/lib/domain/ids";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { createItem } from "@/lib/operations/item/create-item";
import { listOrganizationItems } from "@/lib/operations/item/list-organization-items";
import { reportItemEvent } from "@/lib/operations/item/report-item-event";
import { trashItems } from "@/lib/operations/item/trash-items";
import { updateItem } from "@/lib/operations/item/update-item";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { anEdit, newItem } from "@/test/items";
import { wholeVault } from "@/test/my-vault";
import {
  aCollection,
  aConfirmed,
  aMemberOf,
  anItem,
  anOrganizationWith,
  anyId,
  aProviderWithAdmin,
  aVisit,
  sealedLogin,
} from "@/test/organization";
import { aPerson, sealedText } from "@/test/people";

async function anOrganization(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
  const [editor, reader, outsider] = [
    await aConfirmed(tx, organizationId, "user", "Editor"),
    await aConfirmed(tx, organizationId, "user", "Reader"),
    await aConfirmed(tx, organizationId, "user", "Outsider"),
  ];
  const collectionId = await aCollection(tx, organizationId, {
    [editor.memberId]: "edit",
    [reader.memberId]: "view_hidden",
  });
  return { organizationId, owner, editor, reader, outsider, collectionId };
}

const revision = async (tx: Tx, itemId: ItemId) => {
  const [row] = await tx.select({ at: ciphers.revisedAt }).from(ciphers).where(eq(ciphers.id, itemId));
  if (!row) throw new Error("no such item");
  return row.at;
};

describe("creating an item", () => {
  test("by whoever edits the collection is stored once and logged once", async ({ tx }) => {
    const { organizationId, editor, collectionId } = await anOrganization(tx);
    const input = newItem(organizationId, [collectionId, collectionId]);
    const first = await execute(tx, createItem, editor.actor, input);
    const again = await execute(tx, createItem, editor.actor, { ...input, ...sealedLogin() });
    expect([first.existed, again]).toEqual([false, { ...first, existed: true }]);
    expect([await tx.$count(ciphers), await tx.$count(collectionCiphers)]).toEqual([1, 1]);
    expect(await tx.select().from(events).orderBy(events.sequence)).toMatchObject([
      { type: "cipher.created", organizationId, itemId: input.itemId },
    ]);
  });

  test("is refused to readers, others and plain text", async ({ tx }) => {
    const { organizationId, editor, reader, outsider, collectionId } = await anOrganization(tx);
    const stranger = await aPerson(tx, "Stranger");
    const input = newItem(organizationId, [collectionId]);
    for (const who of [reader, outsider, stranger])
      await expectRefused(tx, createItem, who.actor, input, "not_found");
    const data = { username: "admin", password: null, totp: null, uris: [] };
    const error = await execute(tx, createItem, editor.actor, { ...input, data }).catch((thrown) => thrown);
    expect(error.issues).toMatchObject([{ path: ["data", "username"], message: "not_sealed" }]);
    expect(await tx.$count(ciphers)).toBe(0);
  });

  test("of any type is kept with the fields of other programs, if they are sealed", async ({ tx }) => {
    const { actor } = await aPerson(tx, "Betty Warden");
    const { data, ...login } = { ...newItem(), ...sealedLogin() };
    const passkey = [
      { credentialId: sealedText(), counter: sealedText(), creationDate: "2026-01-31T09:15:00Z" },
    ];
    const keeps = { ...data, fido2Credentials: passkey, autofillOnPageLoad: null };
    await execute(tx, createItem, actor, { ...login, data: keeps });
    const card = { cardholderName: sealedText(), brand: null, number: sealedText() };
    const dates = { expMonth: null, expYear: null, code: null };
    const cardId = anyId();
    const ofCard = { ...login, itemId: cardId, type: "card" as const, data: { ...card, ...dates } };
    await execute(tx, createItem, actor, ofCard);
    const rows = await tx.select({ type: ciphers.type, data: ciphers.data }).from(ciphers);
    expect(rows).toEqual([
      { type: "login", data: keeps },
      { type: "card", data: { ...card, ...dates } },
    ]);

    await expectRefused(tx, updateItem, actor, await anEdit(tx, cardId as ItemId), "not_found");
    const inTheClear = [
      { fido2Credentials: [{ credentialId: "in the clear" }] },
      { "in the clear": null },
      { a: { b: { c: { d: { e: sealedText() } } } } },
    ];
    for (const more of inTheClear) {
      const again = { ...login, itemId: anyId(), data: { ...data, ...more } };
      const error = await execute(tx, createItem, actor, again).catch((thrown) => thrown);
      expect(error.issues).toMatchObject([{ path: ["data", Object.keys(more)[0]], message: "not_sealed" }]);
    }
  });

  test("in another organization's collection finds nothing, whoever asks", async ({ tx }) => {
    const { organizationId, owner, editor } = await anOrganization(tx);
    const other = await anOrganizationWith(tx, { name: "Other" });
    const foreign = await aCollection(tx, other.organizationId);
    for (const who of [owner, editor])
      await expectRefused(tx, createItem, who.actor, newItem(organizationId, [foreign]), "not_found");
    const taken = { ...newItem(), itemId: await anItem(tx, other.organizationId, [foreign]) };
    await expectRefused(tx, createItem, owner.actor, taken, "not_found");
  });

  test("with one foreign collection among good ones finds nothing, during a visit too", async ({ tx }) => {
    const provider = await aProviderWithAdmin(tx);
    const { organizationId } = await anOrganizationWith(tx, { provider });
    await aVisit(tx, organizationId, provider.providerId, provider.admin);
    const [one, two] = [
      await aConfirmed(tx, organizationId, "user", "One"),
      await aConfirmed(tx, organizationId, "user", "Two"),
    ];
    const own = await aCollection(tx, organizationId, { [one.memberId]: "edit", [two.memberId]: "view" });
    const other = await anOrganizationWith(tx, { name: "Other" });
    const foreign = await aCollection(tx, other.organizationId);
    const input = newItem(organizationId, [own, foreign]);
    await expectRefused(tx, createItem, provider.admin.actor, input, "not_found");
    await execute(tx, createItem, provider.admin.actor, { ...input, collectionIds: [own] });
  });

  test("under a key that was replaced is refused, and so is a change", async ({ tx }) => {
    const { organizationId, editor, collectionId } = await anOrganization(tx);
    const organizationKeyId = anyId();
    const outdated = { ...newItem(organizationId, [collectionId]), organizationKeyId };
    await expectRefused(tx, createItem, editor.actor, outdated, "organization_key_replaced");
    const itemId = await anItem(tx, organizationId, [collectionId]);
    const edit = await anEdit(tx, itemId);
    for (const keyId of [organizationKeyId, null])
      await expectRefused(
        tx,
        updateItem,
        editor.actor,
        { ...edit, organizationKeyId: keyId },
        "organization_key_replaced",
      );
  });

  test("for oneself takes no collection, for an organization at least one", async ({ tx }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    await execute(tx, createItem, owner.actor, newItem());
    await expect(execute(tx, createItem, owner.actor, newItem(null, [collectionId]))).rejects.toThrow();
    await expect(execute(tx, createItem, owner.actor, newItem(organizationId, []))).rejects.toThrow();
  });
});

describe("items of one's own", () => {
  test("are ten thousand at most, those in the trash with them", async ({ tx }) => {
    const { actor, userId } = await aPerson(tx, "Betty Warden");
    const row = await execute(tx, createItem, actor, newItem());
    await tx.execute(sql`insert into ciphers (user_id, type, key, name, data, deleted_at)
      select user_id, type, key, name, data, now() from ciphers, generate_series(1, 9998)
      where id = ${row.itemId}`);
    const last = newItem();
    await execute(tx, createItem, actor, last);
    await expect(execute(tx, createItem, actor, newItem())).rejects.toMatchObject({
      refusal: "vault_full",
      values: { limit: 10_000 },
    });
    expect(await execute(tx, createItem, actor, last)).toMatchObject({ existed: true });
    expect(await tx.$count(ciphers, eq(ciphers.userId, userId))).toBe(10_000);
  });

  test("are a thousand an hour at most; an organization's count for nobody's", async ({ tx }) => {
    const { organizationId, editor, collectionId } = await anOrganization(tx);
    await execute(tx, createItem, editor.actor, newItem());
    await tx.update(rateLimits).set({ points: 1000 });
    await expectRefused(tx, createItem, editor.actor, newItem(), "too_many_attempts");
    await execute(tx, createItem, editor.actor, newItem(organizationId, [collectionId]));
  });
});

describe("changing an item", () => {
  test("by an editor is logged; over another edit it is out of date", async ({ tx }) => {
    const { organizationId, editor, collectionId } = await anOrganization(tx);
    const itemId = await anItem(tx, organizationId, [collectionId]);
    const edit = await anEdit(tx, itemId);
    const { revisedAt } = await execute(tx, updateItem, editor.actor, edit);
    expect(revisedAt).toEqual(await revision(tx, itemId));
    await expectRefused(tx, updateItem, editor.actor, edit, "item_out_of_date");
    expect(await tx.select().from(events).orderBy(events.sequence)).toMatchObject([
      { type: "cipher.updated", organizationId },
    ]);
  });

  test("is refused to readers, and to others as if there were none", async ({ tx }) => {
    const { organizationId, reader, outsider, collectionId } = await anOrganization(tx);
    const itemId = await anItem(tx, organizationId, [collectionId]);
    const edit = await anEdit(tx, itemId);
    for (const who of [reader, outsider, await aPerson(tx, "Stranger")]) {
      await expectRefused(tx, updateItem, who.actor, edit, "not_found");
      await expectRefused(tx, trashItems, who.actor, { itemIds: [itemId] }, "not_found");
    }
    await expectRefused(tx, trashItems, outsider.actor, { itemIds: [anyId()] }, "not_found");
  });

  test("deleting puts it into the trash, out of sight; a second time changes nothing", async ({ tx }) => {
    const { organizationId, editor, owner, collectionId } = await anOrganization(tx);
    const itemId = await anItem(tx, organizationId, [collectionId]);
    expect(await execute(tx, trashItems, editor.actor, { itemIds: [itemId] })).toEqual({ count: 1 });
    const { items } = await ask(tx, listOrganizationItems, owner.actor, { organizationId, collectionId });
    expect([items.length, await tx.$count(ciphers)]).toEqual([0, 1]);
    expect(await execute(tx, trashItems, editor.actor, { itemIds: [itemId] })).toEqual({ count: 0 });
    expect(await tx.select().from(events).orderBy(events.sequence)).toMatchObject([
      { type: "cipher.trashed", organizationId, itemId },
    ]);
  });

  test("deleting takes more where the organization says so", async ({ tx }) => {
    const { organizationId, editor, owner, collectionId } = await anOrganization(tx);
    await tx.update(organizations).set({ limitItemDeletion: true });
    const itemId = await anItem(tx, organizationId, [collectionId]);
    await expectRefused(tx, trashItems, editor.actor, { itemIds: [itemId] }, "not_found");
    await execute(tx, trashItems, owner.actor, { itemIds: [itemId] });
  });
});

describe("a provider's people", () => {
  test("reach items under full access during a visit, stamped in the log, and not otherwise", async ({
    tx,
  }) => {
    const { providerId, admin } = await aProviderWithAdmin(tx);
    const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
    const collectionId = await aCollection(tx, organizationId);
    const input = () => newItem(organizationId, [collectionId]);
    await expectRefused(tx, createItem, admin.actor, input(), "client_not_entered");
    await aVisit(tx, organizationId, providerId, admin);
    await execute(tx, createItem, admin.actor, input());
    expect(await tx.select().from(events).orderBy(events.sequence)).toMatchObject([
      { type: "cipher.created", providerId },
    ]);
    const list = () => ask(tx, listOrganizationItems, admin.actor, { organizationId, collectionId });
    expect((await list()).items).toHaveLength(1);

    await tx.update(organizations).set({ providerAccess: "manage_without_items" });
    await expectRefused(tx, createItem, admin.actor, input(), "provider_access_closed");
    await expect(list()).rejects.toMatchObject({ refusal: "provider_access_closed" });
  });

  test("find nothing of a client in their own vault", async ({ tx }) => {
    const { providerId, admin } = await aProviderWithAdmin(tx);
    const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
    await anItem(tx, organizationId, [await aCollection(tx, organizationId)]);
    await aVisit(tx, organizationId, providerId, admin);
    expect(await wholeVault(tx, admin.actor)).toEqual({
      owed: [],
      folders: [],
      memberships: [],
      collections: [],
      entries: [],
      items: [],
    });
  });
});

describe("the items of a collection", () => {
  test("are listed with what one may do; unassigned ones apart", async ({ tx }) => {
    const { organizationId, owner, reader, collectionId } = await anOrganization(tx);
    const inside = await anItem(tx, organizationId, [collectionId]);
    const nowhere = await anItem(tx, organizationId, []);
    const list = (of: CollectionId | "unassigned") =>
      ask(tx, listOrganizationItems, owner.actor, { organizationId, collectionId: of });
    const found = await list(collectionId);
    expect(found.items.map(({ id }) => id)).toEqual([inside]);
    expect([found.mayAdd, found.items[0]?.may]).toEqual([
      true,
      { edit: true, delete: true, reveal: true, assign: true },
    ]);
    expect((await list("unassigned")).items.map(({ id }) => id)).toEqual([nowhere]);
    const target = { organizationId, collectionId };
    await expect(ask(tx, listOrganizationItems, reader.actor, target)).rejects.toThrow(NotFound);
  });

  test("are listed and counted whatever their type, and not from the trash", async ({ tx }) => {
    const { organizationId, owner, editor, collectionId } = await anOrganization(tx);
    const [login, card, inside, trashed] = [
      await anItem(tx, organizationId, []),
      await anItem(tx, organizationId, []),
      await anItem(tx, organizationId, [collectionId]),
      await anItem(tx, organizationId, []),
    ];
    await tx
      .update(ciphers)
      .set({ type: "card" })
      .where(inArray(ciphers.id, [card, inside]));
    await tx.update(ciphers).set({ deletedAt: new Date() }).where(eq(ciphers.id, trashed));
    const list = async (of: CollectionId | "unassigned") =>
      (await ask(tx, listOrganizationItems, owner.actor, { organizationId, collectionId: of })).items;
    expect((await list("unassigned")).map(({ id }) => id).sort()).toEqual([login, card].sort());
    expect((await ask(tx, listCollections, owner.actor, { organizationId })).unassigned).toBe(2);
    expect(await list(collectionId)).toMatchObject([{ id: inside, type: "card" }]);
    expect((await wholeVault(tx, editor.actor)).items).toMatchObject([{ id: inside, type: "card" }]);
  });

  test("of another organization are none", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const other = await anOrganizationWith(tx, { name: "Other" });
    for (const collectionId of [await aCollection(tx, other.organizationId), anyId()])
      await expect(
        ask(tx, listOrganizationItems, owner.actor, { organizationId, collectionId }),
      ).rejects.toThrow(NotFound);
  });

  test("stay closed to admins without the collection where admins do not reach all", async ({ tx }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    await tx.update(organizations).set({ allowAdminAccessToAllCollectionItems: false });
    await expect(
      ask(tx, listOrganizationItems, owner.actor, { organizationId, collectionId }),
    ).rejects.toThrow(NotFound);
  });

  test("in none stay with owners and admins, and with nobody else, where admins do not reach all", async ({
    tx,
  }) => {
    const { organizationId, owner, editor } = await anOrganization(tx);
    await tx.update(organizations).set({ allowAdminAccessToAllCollectionItems: false });
    const itemId = await anItem(tx, organizationId, []);
    const { items } = await ask(tx, listOrganizationItems, owner.actor, {
      organizationId,
      collectionId: "unassigned",
    });
    expect(items).toMatchObject([
      { id: itemId, may: { edit: true, delete: true, reveal: true, assign: true } },
    ]);
    await expectRefused(tx, trashItems, editor.actor, { itemIds: [itemId] }, "not_found");
    await execute(tx, trashItems, owner.actor, { itemIds: [itemId] });
  });
});

describe("somebody's vault", () => {
  test("holds their own items and those of their collections, and no others", async ({ tx }) => {
    const { organizationId, editor, outsider, collectionId } = await anOrganization(tx);
    const shared = await anItem(tx, organizationId, [collectionId]);
    await anItem(tx, organizationId, [await aCollection(tx, organizationId)]);
    const own = newItem();
    await execute(tx, createItem, editor.actor, own);
    const vault = await wholeVault(tx, editor.actor);
    expect(vault.items.map(({ id }) => id).sort()).toEqual([shared, own.itemId].sort());
    expect(vault.entries).toEqual([{ itemId: shared, collectionId }]);
    expect(vault.collections).toMatchObject([{ id: collectionId, mayEdit: true }]);
    expect(vault.memberships).toMatchObject([{ organizationId, status: "confirmed" }]);
    expect((await wholeVault(tx, outsider.actor)).items).toEqual([]);
  });

  test("shows where one still waits, and nothing of that organization", async ({ tx }) => {
    const { organizationId } = await anOrganizationWith(tx);
    const person = await aPerson(tx, "Waiting");
    const memberId = await aMemberOf(tx, organizationId, person, { status: "accepted" });
    await anItem(tx, organizationId, [await aCollection(tx, organizationId, { [memberId]: "edit" })]);
    const { memberships, ...rest } = await wholeVault(tx, person.actor);
    expect(memberships).toMatchObject([{ status: "accepted", organizationKeyForMember: null }]);
    expect(rest).toEqual({ owed: [], collections: [], entries: [], folders: [], items: [] });
  });
});

describe("what a device reports", () => {
  test("is logged where it can have happened", async ({ tx }) => {
    const { organizationId, editor, reader, outsider, collectionId } = await anOrganization(tx);
    const itemId = await anItem(tx, organizationId, [collectionId]);
    await execute(tx, reportItemEvent, editor.actor, { itemId, what: "password_copied" });
    await execute(tx, reportItemEvent, reader.actor, { itemId, what: "viewed" });
    const log = await tx.select({ type: events.type }).from(events).orderBy(events.sequence);
    expect(log.map(({ type }) => type).sort()).toEqual(["cipher.password_copied", "cipher.viewed"]);
    const hidden = { itemId, what: "password_revealed" as const };
    await expectRefused(tx, reportItemEvent, reader.actor, hidden, "not_found");
    await expectRefused(tx, reportItemEvent, outsider.actor, { itemId, what: "viewed" }, "not_found");
  });

  test("of one's own items stays unlogged", async ({ tx }) => {
    const person = await aPerson(tx, "Betty Warden");
    const input = { ...newItem(), name: sealedText() };
    await execute(tx, createItem, person.actor, input);
    await execute(tx, reportItemEvent, person.actor, { itemId: input.itemId, what: "viewed" });
    expect(await tx.$count(events)).toBe(1);
  });
});
