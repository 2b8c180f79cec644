import { eq, sql } from "drizzle-orm";
import { describe, expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { attachments } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { events } from "@/db/schema/events";
import { folders } from "@/db/schema/folders";
import { imports } from "@/db/schema/imports";
import { itemMarks } from "@/db/schema/item-marks";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { foldersOfOne } from "@/lib/domain/folder/limits";
import type { CollectionId, ImportId, ItemId, OrganizationId } from "@/lib/domain/ids";
import { FolderId } from "@/lib/domain/ids";
import { importedAtOnce, importedInAll, placesOfOne, undoneWithinMs } from "@/lib/domain/import/limits";
import { personalItems } from "@/lib/domain/item/limits";
import { finishAttachment } from "@/lib/operations/attachment/finish-attachment";
import { updateCollection } from "@/lib/operations/collection/update-collection";
import { execute } from "@/lib/operations/command";
import { createFolder } from "@/lib/operations/folder/create-folder";
import { renameFolder } from "@/lib/operations/folder/rename-folder";
import { finishImport } from "@/lib/operations/import/finish-import";
import { getImportPlace } from "@/lib/operations/import/get-import-place";
import { importItems } from "@/lib/operations/import/import-items";
import { undoImport } from "@/lib/operations/import/undo-import";
import { createItem } from "@/lib/operations/item/create-item";
import { listOrganizationItems } from "@/lib/operations/item/list-organization-items";
import { shareItems } from "@/lib/operations/item/share-items";
import { trashItems } from "@/lib/operations/item/trash-items";
import { updateItem } from "@/lib/operations/item/update-item";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { anEdit, newItem } from "@/test/items";
import { wholeVault } from "@/test/my-vault";
import { aCollection, aConfirmed, anAttachment, anyId, keyOf, sealedLogin } from "@/test/organization";
import { aPerson, sealedText } from "@/test/people";
import { anEnterprise, aPolicy } from "@/test/policies";

async function anOrganization(tx: Tx, ownerName = "Brett Warden") {
  const { organizationId } = await anEnterprise(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", ownerName);
  const collectionId = await aCollection(tx, organizationId, { [owner.memberId]: "manage" });
  return { organizationId, owner, collectionId };
}

/** Some items for one place. */
const part = (organizationId: OrganizationId | null, into: string[], count = 3) => ({
  importId: anyId() as ImportId,
  organizationId,
  organizationKeyId: organizationId && keyOf(organizationId),
  collections: [] as { collectionId: CollectionId; name: string }[],
  into,
  items: Array.from({ length: count }, () => ({
    itemId: anyId(),
    in: into.map((_, at) => at),
    ...sealedLogin(),
  })),
});

const told = (tx: Tx) =>
  tx.select({ type: events.type, details: events.details }).from(events).orderBy(events.sequence);

describe("a part of an import", () => {
  test("is there as a whole, in the order of its file, and each item once however often it is sent", async ({
    tx,
  }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const made = anyId() as CollectionId;
    const input = {
      ...part(organizationId, [collectionId, made]),
      collections: [{ collectionId: made, name: sealedText() }],
    };
    const first = await execute(tx, importItems, owner.actor, input);
    const again = await execute(tx, importItems, owner.actor, {
      ...input,
      items: input.items.map((item) => ({ ...item, ...sealedLogin() })),
    });
    expect([first, again]).toEqual([
      { created: 3, existed: 0 },
      { created: 0, existed: 3 },
    ]);
    for (const id of [collectionId, made]) {
      const listed = await ask(tx, listOrganizationItems, owner.actor, {
        organizationId,
        collectionId: id,
        cursor: null,
      });
      expect(listed.items.map((item) => item.id)).toEqual(input.items.map(({ itemId }) => itemId));
      expect(listed.items.map(({ name }) => name)).toEqual(input.items.map(({ name }) => name));
    }
    const { count, types } = await execute(tx, finishImport, owner.actor, {
      organizationId,
      importId: input.importId,
    });
    await execute(tx, finishImport, owner.actor, { organizationId, importId: input.importId });
    expect([count, types]).toEqual([3, [{ type: "login", count: 3 }]]);
    expect(await told(tx)).toEqual([
      { type: "import.begun", details: null },
      { type: "collection.created", details: null },
      { type: "import.done", details: { count: 3 } },
    ]);
  });

  test("gives what collections it makes to whoever makes them, and says which nobody has", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const [kept, taken] = [anyId() as CollectionId, anyId() as CollectionId];
    const input = {
      ...part(organizationId, [kept, taken]),
      collections: [kept, taken].map((collectionId) => ({ collectionId, name: sealedText() })),
    };
    await execute(tx, importItems, owner.actor, input);
    const finish = () => execute(tx, finishImport, owner.actor, { organizationId, importId: input.importId });
    expect(await finish()).toMatchObject({ unreached: 0 });
    const given = tx.select().from(collectionMembers).where(eq(collectionMembers.collectionId, kept));
    expect(await given).toMatchObject([{ memberId: owner.memberId, permission: "manage" }]);
    await tx.delete(collectionMembers).where(eq(collectionMembers.collectionId, taken));
    expect(await finish()).toMatchObject({ unreached: 1 });
  });

  test("goes on where it was broken off", async ({ tx }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const whole = part(organizationId, [collectionId], 10);
    const begun = { ...whole, items: whole.items.slice(0, 4) };
    await execute(tx, importItems, owner.actor, begun);
    expect(await execute(tx, importItems, owner.actor, whole)).toEqual({ created: 6, existed: 4 });
    expect([await tx.$count(ciphers), await tx.$count(collectionCiphers)]).toEqual([10, 10]);
  });

  test("of one's own vault keeps what is a favourite or put away", async ({ tx }) => {
    const person = await aPerson(tx, "Betty Warden");
    const input = part(null, []);
    const items = input.items.map((item, at) => ({ ...item, isFavorite: at === 0, isArchived: at === 1 }));
    await execute(tx, importItems, person.actor, { ...input, items });
    const { items: found } = await wholeVault(tx, person.actor);
    const byId = new Map(found.map((item) => [item.id as string, item]));
    expect(items.map(({ itemId }) => byId.get(itemId)?.isFavorite)).toEqual([true, false, false]);
    expect(items.map(({ itemId }) => byId.get(itemId)?.archivedAt !== null)).toEqual([false, true, false]);
    expect(await tx.$count(itemMarks)).toBe(2);
  });

  test("of one's own vault is in one's own folders, of which some are made with it, once", async ({ tx }) => {
    const [betty, stranger] = [await aPerson(tx, "Betty Warden"), await aPerson(tx, "Billy Warden")];
    const own = part(null, [], 2);
    const folderId = FolderId.parse(anyId());
    const asked = {
      ...own,
      folders: [{ folderId, name: sealedText() }],
      items: own.items.map((item, at) => ({ ...item, ...(at === 0 && { folderId }) })),
    };
    await execute(tx, importItems, betty.actor, asked);
    await execute(tx, importItems, betty.actor, asked);
    const vault = await wholeVault(tx, betty.actor);
    expect(vault.folders.map(({ id }) => id)).toEqual([folderId]);
    expect(new Map(vault.items.map((item) => [item.id as string, item.folderId]))).toEqual(
      new Map(asked.items.map(({ itemId }, at) => [itemId, at === 0 ? folderId : null])),
    );

    const elsewhere = part(null, [], 1);
    const intoTheirs = { ...elsewhere, items: elsewhere.items.map((item) => ({ ...item, folderId })) };
    await expectRefused(tx, importItems, stranger.actor, intoTheirs, "not_found");
    const asTheirs = { ...elsewhere, folders: [{ folderId, name: sealedText() }] };
    await expectRefused(tx, importItems, stranger.actor, asTheirs, "not_found");
    const nowhere = { ...elsewhere, items: intoTheirs.items.map((item) => ({ ...item, folderId: anyId() })) };
    await expectRefused(tx, importItems, betty.actor, nowhere, "not_found");
    const tooMany = Array.from({ length: foldersOfOne }, () => ({
      folderId: FolderId.parse(anyId()),
      name: sealedText(),
    }));
    await execute(tx, importItems, betty.actor, { ...elsewhere, folders: tooMany.slice(0, 200) });
    await execute(tx, importItems, betty.actor, { ...elsewhere, folders: tooMany.slice(200, 400) });
    const over = { ...elsewhere, folders: tooMany.slice(400) };
    await expectRefused(tx, importItems, betty.actor, over, "too_many_folders");
  });

  test("of an organization comes into its own collections alone, at least into one", async ({ tx }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const other = await anOrganization(tx, "Ada Cole");
    const importIt = (input: object) =>
      execute(tx, importItems, owner.actor, { ...part(organizationId, [collectionId]), ...input });
    await expectRefused(
      tx,
      importItems,
      owner.actor,
      part(organizationId, [other.collectionId]),
      "not_found",
    );
    await expectRefused(
      tx,
      importItems,
      owner.actor,
      part(other.organizationId, [other.collectionId]),
      "not_found",
    );
    const nowhere = part(organizationId, [collectionId]).items.map((item) => ({ ...item, in: [] }));
    await expect(importIt({ items: nowhere })).rejects.toMatchObject({ issues: [{ path: ["items"] }] });
    const outside = nowhere.map((item) => ({ ...item, in: [1] }));
    await expect(importIt({ items: outside })).rejects.toMatchObject({ issues: [{ path: ["items"] }] });
    await expect(execute(tx, importItems, owner.actor, part(null, [collectionId]))).rejects.toThrow();
    const made = [{ collectionId: anyId() as CollectionId, name: sealedText() }];
    await expect(
      execute(tx, importItems, owner.actor, { ...part(null, []), collections: made }),
    ).rejects.toThrow();
    expect(await tx.$count(ciphers)).toBe(0);
  });

  test("comes into no collection that is somebody else's own", async ({ tx }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const member = await aConfirmed(tx, organizationId, "user", "Member");
    await tx
      .update(collections)
      .set({ type: "my_items", ownerMemberId: member.memberId })
      .where(eq(collections.id, collectionId));
    await expectRefused(tx, importItems, owner.actor, part(organizationId, [collectionId]), "not_found");
  });

  test("with plain text in it, or with too many items, is refused whole", async ({ tx }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const input = part(organizationId, [collectionId]);
    const [first, ...others] = input.items;
    const plain = [...others, { ...first, name: "Router" }];
    await expect(
      execute(tx, importItems, owner.actor, { ...input, items: plain as never }),
    ).rejects.toMatchObject({
      issues: [{ message: "not_sealed" }],
    });
    const many = part(organizationId, [collectionId], importedAtOnce + 1);
    await expect(execute(tx, importItems, owner.actor, many)).rejects.toMatchObject({
      issues: [{ message: "too_many" }],
    });
    expect(await tx.$count(ciphers)).toBe(0);
  });

  test("under the id of somebody else's item or import is refused", async ({ tx }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const other = await anOrganization(tx, "Ada Cole");
    const theirs = part(other.organizationId, [other.collectionId]);
    await execute(tx, importItems, other.owner.actor, theirs);
    const mine = part(organizationId, [collectionId]);
    const withTheirId = { ...mine, importId: theirs.importId };
    const withTheirItem = {
      ...mine,
      items: mine.items.map((item, at) => ({ ...item, itemId: theirs.items[at]?.itemId ?? "" })),
    };
    await expectRefused(tx, importItems, owner.actor, withTheirId, "not_found");
    await expectRefused(tx, importItems, owner.actor, withTheirItem, "not_found");
    for (const importId of [theirs.importId, anyId() as ImportId]) {
      await expectRefused(tx, finishImport, owner.actor, { organizationId, importId }, "not_found");
      await expectRefused(tx, undoImport, owner.actor, { organizationId, importId }, "not_found");
    }
  });

  test("under a key that was replaced is refused", async ({ tx }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const input = { ...part(organizationId, [collectionId]), organizationKeyId: anyId() };
    await expectRefused(tx, importItems, owner.actor, input, "organization_key_replaced");
  });

  test("makes collections only for whoever may make some", async ({ tx }) => {
    const { organizationId, collectionId } = await anOrganization(tx);
    const importer = await aConfirmed(tx, organizationId, "custom", "Importer");
    await tx
      .update(organizationMembers)
      .set({ permissions: ["import_export"] })
      .where(eq(organizationMembers.id, importer.memberId));
    await tx
      .update(organizations)
      .set({ limitCollectionCreation: true })
      .where(eq(organizations.id, organizationId));
    const made = anyId() as CollectionId;
    const input = {
      ...part(organizationId, [made]),
      collections: [{ collectionId: made, name: sealedText() }],
    };
    await expectRefused(tx, importItems, importer.actor, input, "not_found");
    // They write into a collection that they were not given.
    const into = part(organizationId, [collectionId]);
    expect(await execute(tx, importItems, importer.actor, into)).toEqual({ created: 3, existed: 0 });
  });
});

describe("limits", () => {
  test("policies hold for what is imported", async ({ tx }) => {
    const { organizationId } = await anEnterprise(tx);
    const member = await aConfirmed(tx, organizationId, "user", "Member");
    await aPolicy(tx, organizationId, "data_ownership");
    await expectRefused(tx, importItems, member.actor, part(null, []), "personal_items_not_allowed");
    const place = await ask(tx, getImportPlace, member.actor, { organizationId: null });
    expect(place.keptBy).toBe("Cobalt Manufacturing");
  });

  /** Copies the only item without what it holds, which is quicker than importing so many. */
  const copies = (tx: Tx, count: number) =>
    tx.execute(sql`insert into ciphers
      (id, organization_id, organization_key_id, user_id, type, key, name, data, import_id, created_at, revised_at)
      select gen_random_uuid(), organization_id, organization_key_id, user_id, type, key, name, '{}', import_id,
        created_at, revised_at
      from ciphers, generate_series(1, ${count})`);

  test("one part has as many items as it may, each in as many collections as it may", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const made = Array.from({ length: placesOfOne }, () => ({
      collectionId: anyId() as CollectionId,
      name: sealedText(),
    }));
    const into = made.map(({ collectionId }) => collectionId);
    const input = { ...part(organizationId, into, importedAtOnce), collections: made };
    expect(await execute(tx, importItems, owner.actor, input)).toEqual({
      created: importedAtOnce,
      existed: 0,
    });
    expect(await tx.$count(collectionCiphers)).toBe(importedAtOnce * placesOfOne);
  }, 120_000);

  test("one's own vault holds so many items", async ({ tx }) => {
    const person = await aPerson(tx, "Betty Warden");
    await execute(tx, importItems, person.actor, part(null, [], 1));
    await copies(tx, personalItems - 3);
    await expectRefused(tx, importItems, person.actor, part(null, [], 3), "vault_full");
    expect(await execute(tx, importItems, person.actor, part(null, [], 2))).toEqual({
      created: 2,
      existed: 0,
    });
  });

  test("one import has forty thousand items at most", async ({ tx }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const input = part(organizationId, [collectionId], 1);
    await execute(tx, importItems, owner.actor, input);
    await copies(tx, importedInAll - 1);
    const more = { ...part(organizationId, [collectionId], 1), importId: input.importId };
    await expectRefused(tx, importItems, owner.actor, more, "import_too_large");
  });
});

describe("undoing an import", () => {
  test("takes out what nobody has touched, once, and says what stays", async ({ tx }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const input = part(organizationId, [collectionId], 5);
    const other = part(organizationId, [collectionId], 1);
    await execute(tx, importItems, owner.actor, input);
    await execute(tx, importItems, owner.actor, other);
    await execute(tx, createItem, owner.actor, newItem(organizationId, [collectionId]));
    const [changed, trashed] = input.items.map(({ itemId }) => itemId as ItemId);
    if (!changed || !trashed) throw new Error("no items");
    await execute(tx, updateItem, owner.actor, await anEdit(tx, changed));
    await execute(tx, trashItems, owner.actor, { itemIds: [trashed] });

    const target = { organizationId, importId: input.importId };
    expect(await execute(tx, undoImport, owner.actor, target)).toEqual({ count: 3, kept: 2 });
    expect(await tx.$count(ciphers, eq(ciphers.importId, input.importId))).toBe(2);
    expect(await tx.$count(ciphers)).toBe(4);
    expect((await told(tx)).at(-1)).toEqual({ type: "import.undone", details: { count: 3, kept: 2 } });
    await expectRefused(tx, undoImport, owner.actor, target, "import_over");
    await expectRefused(tx, importItems, owner.actor, input, "import_over");
  });

  test("takes away collections that it made, if they are empty and nobody has changed them or been given them", async ({
    tx,
  }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const other = await aConfirmed(tx, organizationId, "user", "Other");
    const [gone, renamed, given, filled] = Array.from({ length: 4 }, () => anyId() as CollectionId);
    if (!gone || !renamed || !given || !filled) throw new Error("four were made");
    const input = {
      ...part(organizationId, [collectionId, gone, renamed, given, filled]),
      collections: [gone, renamed, given, filled].map((id) => ({ collectionId: id, name: sealedText() })),
    };
    await execute(tx, importItems, owner.actor, input);
    await execute(tx, updateCollection, owner.actor, {
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionId: renamed,
      name: sealedText(),
    });
    await tx
      .insert(collectionMembers)
      .values({ organizationId, collectionId: given, memberId: other.memberId, permission: "view" });
    await execute(tx, createItem, owner.actor, {
      itemId: anyId(),
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionIds: [filled],
      ...sealedLogin(),
    });
    await execute(tx, undoImport, owner.actor, { organizationId, importId: input.importId });
    const left = await tx.select({ id: collections.id }).from(collections);
    const expected = [collectionId, renamed, given, filled];
    expect(left.map(({ id }) => id).sort()).toEqual(expected.sort());
    const deleted = await tx.select().from(events).where(eq(events.type, "collection.deleted"));
    expect(deleted).toMatchObject([{ organizationId, collectionId: gone }]);
  });

  test("takes away folders that it made, if they are empty and called as they were", async ({ tx }) => {
    const betty = await aPerson(tx, "Betty Warden");
    const own = part(null, [], 3);
    const [gone, renamed, filled, before] = Array.from({ length: 4 }, () => FolderId.parse(anyId()));
    if (!gone || !renamed || !filled || !before) throw new Error("four were made");
    await execute(tx, createFolder, betty.actor, { folderId: before, name: sealedText() });
    const asked = {
      ...own,
      folders: [gone, renamed, filled].map((folderId) => ({ folderId, name: sealedText() })),
      items: own.items.map((item) => ({ ...item, folderId: gone })),
    };
    await execute(tx, importItems, betty.actor, asked);
    await execute(tx, renameFolder, betty.actor, { folderId: renamed, name: sealedText() });
    const another = part(null, [], 1);
    const items = another.items.map((item) => ({ ...item, folderId: filled }));
    await execute(tx, importItems, betty.actor, { ...another, items });
    await execute(tx, undoImport, betty.actor, { organizationId: null, importId: own.importId });
    const left = await tx.select({ id: folders.id }).from(folders);
    expect(left.map(({ id }) => id).sort()).toEqual([before, renamed, filled].sort());
  });

  test("takes away folders also where the database's clock is behind the process's", async ({ tx }) => {
    const betty = await aPerson(tx, "Betty Warden");
    const own = part(null, [], 1);
    const folderId = FolderId.parse(anyId());
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2000 });
    try {
      await execute(tx, importItems, betty.actor, {
        ...own,
        folders: [{ folderId, name: sealedText() }],
        items: own.items.map((item) => ({ ...item, folderId })),
      });
      await execute(tx, undoImport, betty.actor, { organizationId: null, importId: own.importId });
    } finally {
      vi.useRealTimers();
    }
    expect(await tx.$count(folders)).toBe(0);
  });

  test("of which all stays is not undone, and goes on", async ({ tx }) => {
    const betty = await aPerson(tx, "Betty Warden");
    const input = part(null, [], 2);
    await execute(tx, importItems, betty.actor, input);
    await execute(tx, trashItems, betty.actor, {
      itemIds: input.items.map(({ itemId }) => itemId as ItemId),
    });
    const target = { organizationId: null, importId: input.importId };
    expect(await execute(tx, undoImport, betty.actor, target)).toEqual({ count: 0, kept: 2 });
    const { recent } = await ask(tx, getImportPlace, betty.actor, { organizationId: null });
    expect(recent).toMatchObject([{ undoneAt: null }]);
    expect((await told(tx)).map(({ type }) => type)).not.toContain("import.undone");
    const more = { ...part(null, [], 1), importId: input.importId };
    expect(await execute(tx, importItems, betty.actor, more)).toEqual({ created: 1, existed: 0 });
    expect(await execute(tx, undoImport, betty.actor, target)).toEqual({ count: 1, kept: 2 });
  });

  test("leaves an item that has been given a file since, and gives up what is being uploaded to another", async ({
    tx,
  }) => {
    const { owner } = await anOrganization(tx);
    const input = part(null, [], 2);
    await execute(tx, importItems, owner.actor, input);
    const [withFile, other] = input.items.map(({ itemId }) => itemId as ItemId);
    if (!withFile || !other) throw new Error("no items");
    const attachmentId = await anAttachment(tx, withFile, { finishedAt: null });
    await execute(tx, finishAttachment, owner.actor, { attachmentId });
    await anAttachment(tx, other, { finishedAt: null });
    const target = { organizationId: null, importId: input.importId };
    expect(await execute(tx, undoImport, owner.actor, target)).toEqual({ count: 1, kept: 1 });
    expect((await tx.select().from(attachments)).map(({ id }) => id)).toEqual([attachmentId]);
  });

  test("that is done takes no more, and brings nothing back that others have deleted", async ({ tx }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const whole = part(organizationId, [collectionId], 3);
    const first = { ...whole, items: whole.items.slice(0, 2) };
    await execute(tx, importItems, owner.actor, first);
    await execute(tx, finishImport, owner.actor, { organizationId, importId: whole.importId });
    // Whoever did not hear that it was done asks once more.
    expect(await execute(tx, importItems, owner.actor, first)).toEqual({ created: 0, existed: 2 });
    await expectRefused(tx, importItems, owner.actor, whole, "import_over");
    await tx.delete(ciphers);
    await expectRefused(tx, importItems, owner.actor, first, "import_over");
    expect(await tx.$count(ciphers)).toBe(0);
  });

  test("leaves alone what was shared with an organization since", async ({ tx }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const input = part(null, []);
    await execute(tx, importItems, owner.actor, input);
    const [shared] = await tx.select().from(ciphers).orderBy(ciphers.id).limit(1);
    if (!shared) throw new Error("no items");
    await execute(tx, shareItems, owner.actor, {
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionIds: [collectionId],
      items: [{ itemId: shared.id, lastKnownRevisionDate: shared.revisedAt, ...sealedLogin() }],
    });
    const target = { organizationId: null, importId: input.importId };
    const finished = await execute(tx, finishImport, owner.actor, target);
    expect(finished.count).toBe(2);
    expect(await execute(tx, undoImport, owner.actor, target)).toEqual({ count: 2, kept: 0 });
    const left = await tx.select({ id: ciphers.id, importId: ciphers.importId }).from(ciphers);
    expect(left).toEqual([{ id: shared.id, importId: input.importId }]);
  });

  test("goes on when some of it was shared with an organization meanwhile, and not with what came otherwise", async ({
    tx,
  }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const whole = part(null, [], 5);
    const begun = { ...whole, items: whole.items.slice(0, 3) };
    await execute(tx, importItems, owner.actor, begun);
    const [shared] = await tx.select().from(ciphers).orderBy(ciphers.id).limit(1);
    if (!shared) throw new Error("no items");
    await execute(tx, shareItems, owner.actor, {
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionIds: [collectionId],
      items: [{ itemId: shared.id, lastKnownRevisionDate: shared.revisedAt, ...sealedLogin() }],
    });
    expect(await execute(tx, importItems, owner.actor, whole)).toEqual({ created: 2, existed: 3 });
    const [row] = await tx.select().from(ciphers).where(eq(ciphers.id, shared.id));
    expect(row).toMatchObject({ organizationId, userId: null });
    const elsewhere = { ...whole, importId: anyId() as ImportId };
    await expectRefused(tx, importItems, owner.actor, elsewhere, "not_found");
  });

  test("takes nothing of an older one whose id is begun anew, here or elsewhere", async ({ tx }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const stranger = await aPerson(tx, "Betty Warden");
    const old = part(organizationId, [collectionId]);
    await execute(tx, importItems, owner.actor, old);
    await tx.delete(imports);

    const anew = { ...part(organizationId, [collectionId]), importId: old.importId };
    await expectRefused(tx, importItems, owner.actor, anew, "import_over");
    const elsewhere = { ...part(null, [], 2), importId: old.importId };
    await execute(tx, importItems, stranger.actor, elsewhere);
    const { recent } = await ask(tx, getImportPlace, stranger.actor, { organizationId: null });
    expect(recent).toMatchObject([{ items: 2 }]);
    const target = { organizationId: null, importId: old.importId };
    expect(await execute(tx, finishImport, stranger.actor, target)).toMatchObject({ count: 2 });
    expect(await execute(tx, undoImport, stranger.actor, target)).toEqual({ count: 2, kept: 0 });
    expect(await tx.$count(ciphers, eq(ciphers.organizationId, organizationId))).toBe(3);
  });

  test("is for whoever began it, and for nobody else who imports there", async ({ tx }) => {
    const { organizationId, owner, collectionId } = await anOrganization(tx);
    const other = await aConfirmed(tx, organizationId, "admin", "Other");
    const input = part(organizationId, [collectionId]);
    await execute(tx, importItems, owner.actor, input);
    const target = { organizationId, importId: input.importId };
    const more = { ...part(organizationId, [collectionId]), importId: input.importId };
    await expectRefused(tx, importItems, other.actor, more, "not_found");
    await expectRefused(tx, finishImport, other.actor, target, "not_found");
    await expectRefused(tx, undoImport, other.actor, target, "not_found");
    const { recent } = await ask(tx, getImportPlace, other.actor, { organizationId });
    expect(recent).toMatchObject([{ id: input.importId, items: 3, isOwn: false }]);
    expect(await execute(tx, undoImport, owner.actor, target)).toEqual({ count: 3, kept: 0 });
  });

  test("is over after a day", async ({ tx }) => {
    const person = await aPerson(tx, "Betty Warden");
    const input = part(null, []);
    await execute(tx, importItems, person.actor, input);
    const long = new Date(Date.now() - undoneWithinMs);
    await tx.update(imports).set({ begunAt: long });
    const target = { organizationId: null, importId: input.importId };
    await expectRefused(tx, undoImport, person.actor, target, "import_over");
    await expectRefused(tx, finishImport, person.actor, target, "import_over");
    await tx.update(imports).set({ begunAt: new Date(Number(long) + 60_000) });
    expect(await execute(tx, undoImport, person.actor, target)).toEqual({ count: 3, kept: 0 });
  });
});

test("whoever imports finds where to, what is left out, and what was imported within the day", async ({
  tx,
}) => {
  const { organizationId, owner, collectionId } = await anOrganization(tx);
  const input = part(organizationId, [collectionId]);
  await execute(tx, importItems, owner.actor, input);
  const place = await ask(tx, getImportPlace, owner.actor, { organizationId });
  expect(place).toMatchObject({
    collections: [{ id: collectionId }],
    mayMakeCollections: true,
    restricted: [],
    keptBy: null,
    recent: [{ id: input.importId, items: 3, isOwn: true, by: "Brett Warden", doneAt: null, undoneAt: null }],
  });
  await tx.update(imports).set({ begunAt: new Date(Date.now() - undoneWithinMs) });
  expect((await ask(tx, getImportPlace, owner.actor, { organizationId })).recent).toEqual([]);
  expect(await tx.$count(imports)).toBe(1);
});
