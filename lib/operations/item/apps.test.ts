import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { clientVisits } from "@/db/schema/client-visits";
import { itemMarks } from "@/db/schema/item-marks";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { OrganizationKeyId } from "@/lib/domain/ids";
import { noteToldKeys } from "@/lib/operations/account/note-told-keys";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { createFolder } from "@/lib/operations/folder/create-folder";
import { createItem } from "@/lib/operations/item/create-item";
import { getItemsForApps } from "@/lib/operations/item/get-items-for-apps";
import { getProfileForApps } from "@/lib/operations/item/get-profile-for-apps";
import { shareItems } from "@/lib/operations/item/share-items";
import { syncForApps } from "@/lib/operations/item/sync-for-apps";
import { updateItem } from "@/lib/operations/item/update-item";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
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
  keyOf,
  sealedLogin,
} from "@/test/organization";
import { aPerson, sealedText } from "@/test/people";
import { aPolicy } from "@/test/policies";

async function aMember(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx, { features: ["policies", "totp"] });
  const reader = await aConfirmed(tx, organizationId, "user", "Reader");
  const collectionId = await aCollection(tx, organizationId, { [reader.memberId]: "edit" });
  return { organizationId, reader, collectionId };
}

const own = () => ({
  ...{ itemId: anyId(), organizationId: null, organizationKeyId: null, collectionIds: [] },
  ...sealedLogin(),
});

describe("what apps keep", () => {
  test("is what the browser has in its vault, with what is around it", async ({ tx }) => {
    const { organizationId, reader, collectionId } = await aMember(tx);
    await anItem(tx, organizationId, [collectionId]);
    await execute(tx, createItem, reader.actor, own());
    const { folderId } = await execute(tx, createFolder, reader.actor, {
      folderId: anyId(),
      name: sealedText(),
    });
    const sync = await ask(tx, syncForApps, reader.actor, {});
    const vault = await wholeVault(tx, reader.actor);
    const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
    expect(sync.items.toSorted(byId)).toEqual(vault.items.toSorted(byId));
    expect(sync.entries).toEqual(vault.entries);
    expect(sync.folders).toMatchObject([{ id: folderId, revisedAt: expect.any(Date) }]);
    expect(sync.collections).toMatchObject([{ id: collectionId, permission: "edit", externalId: null }]);
    expect(sync.profile).toMatchObject({
      account: { userId: reader.userId, email: reader.email, publicKey: reader.publicKey },
      organizations: [{ organizationId, isEnrolled: false, provider: null }],
      ...{ providers: [], visited: [] },
    });
    expect(await ask(tx, getProfileForApps, reader.actor, {})).toEqual(sync.profile);
  });

  test("has no organization that somebody is not confirmed in, or that is suspended", async ({ tx }) => {
    const { organizationId, reader } = await aMember(tx);
    const waiting = await anOrganizationWith(tx, { name: "Waiting" });
    await aMemberOf(tx, waiting.organizationId, reader, { status: "accepted" });
    const idsNow = async () =>
      (await ask(tx, syncForApps, reader.actor, {})).profile.organizations.map((row) => row.organizationId);
    expect(await idsNow()).toEqual([organizationId]);
    await tx.update(organizations).set({ state: "suspended" }).where(eq(organizations.id, organizationId));
    expect(await idsNow()).toEqual([]);
  });

  test("has the policies in force, and for the provider's people those alone that bind them", async ({
    tx,
  }) => {
    const provider = await aProviderWithAdmin(tx);
    const { organizationId } = await anOrganizationWith(tx, { provider, features: ["policies"] });
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    await aMemberOf(tx, organizationId, provider.admin);
    await aPolicy(tx, organizationId, "single_organization", null);
    await aPolicy(tx, organizationId, "account_recovery", { autoEnrollEnabled: true });
    await aPolicy(tx, organizationId, "remove_send", null);
    await tx.update(policies).set({ enabled: false }).where(eq(policies.type, "remove_send"));
    const typesOf = async ({ actor }: typeof owner | typeof provider.admin) =>
      (await ask(tx, syncForApps, actor, {})).policies.map(({ type }) => type);
    expect(await typesOf(owner)).toEqual(["account_recovery", "single_organization"]);
    expect(await typesOf(provider.admin)).toEqual(["account_recovery"]);
  });

  test("has the providers that somebody is confirmed in, and their clients during a visit alone", async ({
    tx,
  }) => {
    const provider = await aProviderWithAdmin(tx);
    const { providerId, admin } = provider;
    const { organizationId } = await anOrganizationWith(tx, { provider });
    await anOrganizationWith(tx, { provider, name: "Another client" });
    const profileNow = async () => (await ask(tx, syncForApps, admin.actor, {})).profile;
    expect(await profileNow()).toMatchObject({
      providers: [{ id: providerId, role: "provider_admin", providerKeyForMember: expect.any(String) }],
      visited: [],
    });
    await aVisit(tx, organizationId, providerId, admin);
    expect(await profileNow()).toMatchObject({
      providers: [{ id: providerId }],
      visited: [{ id: organizationId, organizationKeyForProvider: expect.any(String) }],
    });
    const another = await aPerson(tx, "Colleague");
    const elsewhere = { ...admin, actor: { ...admin.actor, sessionId: another.actor.sessionId } };
    expect((await ask(tx, syncForApps, elsewhere.actor, {})).profile.visited).toEqual([]);
    await tx.update(organizations).set({ providerAccess: "closed" });
    expect((await profileNow()).visited).toEqual([]);
    await tx.update(organizations).set({ providerAccess: "full", state: "suspended" });
    expect((await profileNow()).visited).toEqual([]);
    await tx.update(organizations).set({ state: "enabled" });
    await tx.update(providerMembers).set({ accessEndsAt: new Date(0) });
    expect(await profileNow()).toMatchObject({ providers: [], visited: [] });
    await tx.update(providerMembers).set({ accessEndsAt: null });
    await tx.update(providers).set({ requiresTwoStep: true });
    expect(await profileNow()).toMatchObject({ providers: [], visited: [] });
    await tx.update(providers).set({ requiresTwoStep: false });
    await tx.update(clientVisits).set({ endedAt: new Date() });
    expect(await profileNow()).toMatchObject({ providers: [{ id: providerId }], visited: [] });
    await tx.update(providers).set({ status: "pending" });
    expect((await profileNow()).providers).toEqual([]);
  });
});

test("single items are found in one's own vault alone", async ({ tx }) => {
  const { organizationId, reader, collectionId } = await aMember(tx);
  const itemId = await anItem(tx, organizationId, [collectionId]);
  const hidden = await anItem(tx, organizationId, [await aCollection(tx, organizationId)]);
  const mine = await execute(tx, createItem, reader.actor, own());
  const stranger = await aPerson(tx, "Stranger");
  const get = ({ actor }: typeof stranger, ...itemIds: string[]) =>
    ask(tx, getItemsForApps, actor, { itemIds });
  expect(await get(reader, itemId)).toMatchObject({
    items: [{ id: itemId }],
    entries: [{ itemId, collectionId }],
  });
  expect((await get(reader, itemId, mine.itemId)).items).toHaveLength(2);
  for (const asked of [[hidden], [itemId, hidden], [anyId()]])
    await expect(get(reader, ...asked)).rejects.toThrow(NotFound);
  for (const asked of [itemId, mine.itemId]) await expect(get(stranger, asked)).rejects.toThrow(NotFound);
});

describe("an item that an app seals", () => {
  test("is under the key that its organization has, of which the app has no id", async ({ tx }) => {
    const { organizationId, reader, collectionId } = await aMember(tx);
    const key = { organizationId, organizationKeyId: "current" } as const;
    const made = await execute(tx, createItem, reader.actor, {
      ...own(),
      ...key,
      collectionIds: [collectionId],
    });
    const mine = await execute(tx, createItem, reader.actor, own());
    await execute(tx, shareItems, reader.actor, {
      ...{ ...key, collectionIds: [collectionId] },
      items: [{ itemId: mine.itemId, lastKnownRevisionDate: mine.revisedAt, ...sealedLogin() }],
    });
    await execute(tx, updateItem, reader.actor, {
      ...{ itemId: made.itemId, organizationKeyId: "current", lastKnownRevisionDate: made.revisedAt },
      ...sealedLogin(),
    });
    const rows = await tx.select({ keyId: ciphers.organizationKeyId }).from(ciphers);
    expect(rows).toEqual([{ keyId: keyOf(organizationId) }, { keyId: keyOf(organizationId) }]);
    const former = { ...key, organizationKeyId: OrganizationKeyId.parse(anyId()) };
    await expectRefused(
      tx,
      createItem,
      reader.actor,
      { ...own(), ...former, collectionIds: [collectionId] },
      "organization_key_replaced",
    );
  });

  test("is refused after the key was replaced, until the app was told the next one", async ({ tx }) => {
    const { organizationId, reader, collectionId } = await aMember(tx);
    const into = { organizationId, organizationKeyId: "current" as const, collectionIds: [collectionId] };
    const isTold = async () => (await ask(tx, syncForApps, reader.actor, {})).tellsKey;
    expect(await isTold()).toBe(false);
    const rotatedAt = new Date(Date.now() - 60 * 60_000);
    await tx.update(organizations).set({ keyRotatedAt: rotatedAt });
    await expectRefused(tx, createItem, reader.actor, { ...own(), ...into }, "organization_key_replaced");
    expect(await isTold()).toBe(true);
    const readAt = (minutes: number) => ({ readAt: new Date(Number(rotatedAt) + minutes * 60_000) });
    await execute(tx, noteToldKeys, reader.actor, readAt(1));
    await expectRefused(tx, createItem, reader.actor, { ...own(), ...into }, "organization_key_replaced");
    await execute(tx, noteToldKeys, reader.actor, readAt(6));
    expect((await execute(tx, createItem, reader.actor, { ...own(), ...into })).existed).toBe(false);
    expect(await isTold()).toBe(false);
  });

  test("is compared with a version that is a second off, or with none", async ({ tx }) => {
    const { reader } = await aMember(tx);
    const { itemId, revisedAt } = await execute(tx, createItem, reader.actor, own());
    const edited = (lastKnownRevisionDate: unknown) => ({
      ...{ itemId, organizationKeyId: null, lastKnownRevisionDate },
      ...sealedLogin(),
    });
    const update = (known: unknown) => execute(tx, updateItem, reader.actor, edited(known));
    const expectOutOfDate = (known: unknown) =>
      expectRefused(tx, updateItem, reader.actor, edited(known), "item_out_of_date");
    const off = (date: Date, by: number) => new Date(Number(date) + by);
    for (const by of [-1001, 1001]) await expectOutOfDate({ about: off(revisedAt, by) });
    await expectOutOfDate(off(revisedAt, 1));
    const second = await update({ about: off(revisedAt, -1000) });
    const third = await update({ about: off(second.revisedAt, 1000) });
    expect(third.revisedAt > second.revisedAt).toBe(true);
    await update({ about: null });
  });

  test("comes with what it is to the person, all of it or nothing", async ({ tx }) => {
    const { organizationId, reader, collectionId } = await aMember(tx);
    const { folderId } = await execute(tx, createFolder, reader.actor, {
      folderId: anyId(),
      name: sealedText(),
    });
    const into = { organizationId, organizationKeyId: keyOf(organizationId), collectionIds: [collectionId] };
    const marks = { isFavorite: true, isArchived: true, folderId };
    const { itemId, revisedAt } = await execute(tx, createItem, reader.actor, { ...own(), ...into, marks });
    const marksNow = () => tx.select().from(itemMarks).where(eq(itemMarks.itemId, itemId));
    expect(await marksNow()).toMatchObject([{ userId: reader.userId, isFavorite: true, folderId }]);
    const update = (more: object) => ({
      ...{ itemId, organizationKeyId: keyOf(organizationId), lastKnownRevisionDate: revisedAt },
      ...{ ...sealedLogin(), ...more },
    });
    await expect(
      execute(tx, updateItem, reader.actor, update({ marks: { folderId: anyId() } })),
    ).rejects.toThrow(NotFound);
    await execute(tx, updateItem, reader.actor, update({ marks: { isFavorite: false, folderId: null } }));
    expect(await marksNow()).toMatchObject([
      { isFavorite: false, folderId: null, archivedAt: expect.any(Date) },
    ]);
  });
});
