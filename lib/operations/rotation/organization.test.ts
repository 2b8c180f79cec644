import { randomUUID } from "node:crypto";
import { eq, ne } from "drizzle-orm";
import { describe, expect } from "vitest";
import { ciphers } from "@/db/schema/ciphers";
import { collections } from "@/db/schema/collections";
import { events } from "@/db/schema/events";
import { organizationKeyHandovers } from "@/db/schema/organization-keys";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { rotationRows, rotations } from "@/db/schema/rotations";
import { users } from "@/db/schema/users";
import { publicKeyDigest } from "@/lib/crypto/digest";
import { acceptKey } from "@/lib/operations/account/accept-key";
import { updateCollection } from "@/lib/operations/collection/update-collection";
import { execute } from "@/lib/operations/command";
import { updateItem } from "@/lib/operations/item/update-item";
import { adoptOrganizationKey } from "@/lib/operations/key/adopt-organization";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { ask } from "@/lib/operations/query";
import { cancelOrganizationRotation } from "@/lib/operations/rotation/cancel-organization";
import { getOrganizationRotation } from "@/lib/operations/rotation/get-organization";
import { noteAdoptedKey } from "@/lib/operations/rotation/note-adopted-key";
import { sealCollectionName } from "@/lib/vault/seal-collection";
import { resealItem } from "@/lib/vault/seal-item";
import { test } from "@/test/database";
import { sealedLogin } from "@/test/organization";
import { publicKey } from "@/test/people";
import {
  aPersona,
  aRotation,
  aSealedClient,
  aSealedItem,
  confirm,
  keyNow,
  openKeyOf,
  type Persona,
  readable,
} from "@/test/sealed-world";
import { aLogin } from "@/test/vault";

const expectRefused = (act: Promise<unknown>, refusal: string) =>
  expect(act).rejects.toMatchObject({ refusal });

const all = ["Item 0: correct horse", "Item 1: correct horse", "Item 2: correct horse"];

describe("a rotation by the provider", () => {
  test("leaves everything readable for everybody, under a key that is new in every part", async ({ tx }) => {
    const world = await aSealedClient(tx);
    const { organizationId, admin, owner } = world;
    const member = await aPersona(tx, "Member", "member@cobalt.example");
    await confirm(tx, world, member);
    const before = await tx.select().from(ciphers);
    const { stage, finish, rotationId } = await aRotation(tx, organizationId, admin);
    expect(await stage()).toMatchObject({ ok: true, leftOut: [] });
    expect((await keyNow(tx, organizationId)).keyId).toBe(world.keyId);
    expect(await finish()).toEqual({ waiting: 0 });

    expect(await keyNow(tx, organizationId)).toMatchObject({
      keyId: rotationId,
      rotatedAt: expect.any(Date),
    });
    for (const person of [admin, owner, member])
      expect(await readable(tx, organizationId, person)).toEqual(all);
    const after = await tx.select().from(ciphers);
    const texts = (rows: typeof before) => JSON.stringify(rows).match(/(?<=")2\.[^"]+/g) ?? [];
    expect(texts(after).filter((text) => (texts(before) as string[]).includes(text))).toEqual([]);
    expect([await tx.$count(rotations), await tx.$count(rotationRows)]).toEqual([0, 0]);
    expect(
      (await tx.select({ type: events.type }).from(events).orderBy(events.sequence)).map(({ type }) => type),
    ).toEqual(["organization.key_rotation_begun", "organization.key_rotated"]);
  });

  test("twice leads a browser that remembers the first key to the third", async ({ tx }) => {
    const { organizationId, admin, owner } = await aSealedClient(tx);
    for (let i = 0; i < 2; i++) {
      const { stage, finish } = await aRotation(tx, organizationId, admin);
      await stage();
      await finish();
    }
    expect(await readable(tx, organizationId, owner)).toEqual(all);
  });

  test("whose way from one key to the next is missing is not believed", async ({ tx }) => {
    const { organizationId, admin, owner } = await aSealedClient(tx);
    const { stage, finish } = await aRotation(tx, organizationId, admin);
    await stage();
    await finish();
    const served = await ask(tx, getOrganizationKey, owner.actor, { organizationId });
    const ref = `organization:${organizationId}` as const;
    await owner.vault.drop(ref);
    if (served.kind !== "member") throw new Error("an owner is a member");
    await expect(owner.vault.openOrganizationKey(ref, { ...served, successions: [] })).rejects.toMatchObject({
      code: "key_differs",
    });
  });
});

describe("a rotation by an owner", () => {
  test("hands the key over to the provider's people, of whom one takes it for all", async ({ tx }) => {
    const { organizationId, admin, owner } = await aSealedClient(tx);
    const { stage, finish } = await aRotation(tx, organizationId, owner);
    expect(await stage()).toMatchObject({ ok: true, uncompared: [{ email: admin.email }] });
    await finish();
    expect(await tx.$count(organizationKeyHandovers)).toBe(1);
    const served = await openKeyOf(tx, organizationId, admin);
    if (served.kind !== "handed_over") throw new Error(`the key came as ${served.kind}`);
    const { providerId, organizationKeyId } = served;
    await execute(tx, adoptOrganizationKey, admin.actor, {
      organizationId,
      organizationKeyId,
      organizationKeyForProvider: await admin.vault.sealKeyUnder(
        `provider:${providerId}`,
        `organization:${organizationId}`,
      ),
    });
    expect(await tx.$count(organizationKeyHandovers)).toBe(0);
    expect((await openKeyOf(tx, organizationId, admin)).kind).toBe("provider");
    expect(await readable(tx, organizationId, admin)).toEqual(all);
    const adopt = execute(tx, adoptOrganizationKey, owner.actor, {
      organizationId,
      organizationKeyId,
      organizationKeyForProvider: (await tx.select().from(providerOrganizations))[0]
        ?.organizationKeyForProvider as string,
    });
    await expect(adopt).rejects.toThrow();
  });

  test("and another one after it, before the provider came, hands over again", async ({ tx }) => {
    const { organizationId, admin, owner } = await aSealedClient(tx);
    for (let i = 0; i < 2; i++) {
      const { stage, finish } = await aRotation(tx, organizationId, owner);
      await stage();
      await finish();
    }
    expect(await readable(tx, organizationId, admin)).toEqual(all);
  });
});

describe("what changes meanwhile", () => {
  test("is handed out again, alone, and the switch waits for it", async ({ tx }) => {
    const world = await aSealedClient(tx);
    const { organizationId, keyId, collectionId, admin, owner } = world;
    const { stage, finish, door } = await aRotation(tx, organizationId, admin);
    await stage();
    const late = await aSealedItem(tx, world, "Item 3");
    const [item] = await tx.select().from(ciphers).where(ne(ciphers.id, late)).limit(1);
    if (!item) throw new Error("there are items");
    await execute(tx, updateItem, owner.actor, {
      itemId: item.id,
      organizationKeyId: keyId,
      lastKnownRevisionDate: item.revisedAt,
      passwordChanged: false,
      ...(await resealItem(owner.vault, `organization:${organizationId}`, item.key, aLogin("Edited"))),
    });
    await execute(tx, updateCollection, owner.actor, {
      organizationId,
      organizationKeyId: keyId,
      collectionId,
      name: await sealCollectionName(owner.vault, organizationId, "Renamed"),
    });
    const joined = await aPersona(tx, "Joined", "joined@cobalt.example");
    await confirm(tx, world, joined);

    await expect(finish()).rejects.toMatchObject({ refusal: "rotation_incomplete", values: { count: 4 } });
    expect(await door.rows(true, null)).toMatchObject({ counts: { left: 4 }, next: { kind: "item" } });
    expect(await door.rows(false, null)).toMatchObject({ counts: null, next: { kind: "item" } });
    await stage();
    await finish();
    for (const person of [owner, joined]) {
      const now = await readable(tx, organizationId, person);
      expect([
        now.length,
        now.includes("Edited: correct horse"),
        now.includes("Item 3: correct horse"),
      ]).toEqual([4, true, true]);
    }
    const [collection] = await tx.select().from(collections);
    expect(
      await owner.vault.openTexts(`organization:${organizationId}`, [collection?.name ?? ("" as never)]),
    ).toEqual(["Renamed"]);
  });

  test("a write under the key that was replaced is refused", async ({ tx }) => {
    const { organizationId, keyId, collectionId, admin, owner } = await aSealedClient(tx);
    const { stage, finish } = await aRotation(tx, organizationId, admin);
    await stage();
    const name = await sealCollectionName(owner.vault, organizationId, "Late");
    await finish();
    await expectRefused(
      execute(tx, updateCollection, owner.actor, {
        organizationId,
        organizationKeyId: keyId,
        collectionId,
        name,
      }),
      "organization_key_replaced",
    );
  });
});

test("somebody whose key is another than before is named, gets none, and waits to be confirmed again", async ({
  tx,
}) => {
  const world = await aSealedClient(tx);
  const { organizationId, admin, owner } = world;
  const member = await aPersona(tx, "Member", "member@cobalt.example");
  const memberId = await confirm(tx, world, member);
  await tx.update(users).set({ publicKey: publicKey() }).where(eq(users.id, member.userId));
  const { stage, finish } = await aRotation(tx, organizationId, admin);
  expect(await stage()).toMatchObject({ ok: true, leftOut: [{ email: member.email }] });
  expect(await finish()).toEqual({ waiting: 1 });
  const [row] = await tx.select().from(organizationMembers).where(eq(organizationMembers.id, memberId));
  expect(row).toMatchObject({ status: "accepted", organizationKeyForMember: null, organizationKeyId: null });
  expect(await readable(tx, organizationId, owner)).toEqual(all);
});

test("an owner whose key has changed is named with both phrases, and gets the next key once it is accepted", async ({
  tx,
}) => {
  const world = await aSealedClient(tx);
  const { organizationId, admin, owner } = world;
  const { known: first } = await admin.vault.sealKeyFor(`organization:${organizationId}`, {
    ...owner,
    knownPublicKey: null,
  });
  expect(first).not.toBeNull();
  const former = publicKeyDigest(owner.publicKey);
  const next = publicKey();
  await tx.update(users).set({ publicKey: next }).where(eq(users.id, owner.userId));

  const nobody = await aRotation(tx, organizationId, admin);
  await expectRefused(nobody.stage(), "owner_needs_key");

  const { stage, finish } = await aRotation(tx, organizationId, admin, new Set());
  expect(await stage()).toMatchObject({
    ok: false,
    damaged: [],
    changed: [{ email: owner.email, publicKey: next, formerDigest: former, isOwner: true }],
  });
  const records = await admin.vault.acceptKey({ userId: owner.userId, publicKey: next });
  await execute(tx, acceptKey, admin.actor, { userId: owner.userId, ...records });
  expect(await stage()).toMatchObject({ ok: true, leftOut: [], uncompared: [] });
  expect(await finish()).toEqual({ waiting: 0 });
  expect(
    await admin.vault.formerKeyOf({ userId: owner.userId, publicKey: next, knownPublicKey: records.known }),
  ).toBe(null);
});

test("that a browser has taken the new key stands in the log, once for each person, and with the provider too", async ({
  tx,
}) => {
  const world = await aSealedClient(tx);
  const { organizationId, providerId, admin, owner } = world;
  const note = async (by: Persona) => {
    const { organizationKeyId } = await keyOfNow();
    await execute(tx, noteAdoptedKey, by.actor, { organizationId, organizationKeyId });
  };
  const keyOfNow = async () => ({ organizationKeyId: (await keyNow(tx, organizationId)).keyId });
  await note(owner);
  const { stage, finish } = await aRotation(tx, organizationId, admin);
  await stage();
  await finish();
  const served = await ask(tx, getOrganizationKey, owner.actor, { organizationId });
  await owner.vault.drop(`organization:${organizationId}`);
  expect(await owner.vault.openOrganizationKey(`organization:${organizationId}`, served)).toMatchObject({
    cameAfter: true,
  });
  await owner.vault.drop(`organization:${organizationId}`);
  const again = await owner.vault.openOrganizationKey(`organization:${organizationId}`, served);
  expect(again?.cameAfter).toBeUndefined();
  for (const by of [owner, owner, admin, admin]) await note(by);
  const adopted = (await tx.select().from(events).orderBy(events.sequence)).filter(({ type }) =>
    type.endsWith(".key_adopted"),
  );
  expect(adopted).toMatchObject([
    { type: "organization.key_adopted", organizationId, actorId: owner.userId, providerId: null },
    { type: "organization.key_adopted", organizationId, actorId: admin.userId, providerId },
    { type: "client.key_adopted", organizationId: null, actorId: admin.userId, providerId },
  ]);
  await expectRefused(
    execute(tx, noteAdoptedKey, owner.actor, { organizationId, organizationKeyId: world.keyId }),
    "organization_key_replaced",
  );
});

test("what does not open stops a rotation, and nothing has changed", async ({ tx }) => {
  const world = await aSealedClient(tx);
  const { organizationId, keyId, admin, owner } = world;
  await tx.insert(ciphers).values({ organizationId, organizationKeyId: keyId, ...sealedLogin() });
  const { stage, finish } = await aRotation(tx, organizationId, admin);
  expect(await stage()).toMatchObject({ ok: false, damaged: [{ kind: "item" }] });
  await expectRefused(finish(), "rotation_incomplete");
  expect((await readable(tx, organizationId, owner)).filter((text) => text !== "damaged")).toEqual(all);
  expect((await keyNow(tx, organizationId)).keyId).toBe(keyId);
});

describe("whose rotation it is", () => {
  test("another tab of the same person goes on where it stopped; nobody else can", async ({ tx }) => {
    const { organizationId, admin, owner } = await aSealedClient(tx);
    const { rotationId } = await aRotation(tx, organizationId, admin);
    const seen = await ask(tx, getOrganizationRotation, admin.actor, { organizationId });
    expect(seen.rotation).toMatchObject({ id: rotationId, next: { keyForBeginner: expect.any(String) } });
    const next = seen.rotation?.next;
    const [ref, of] = [`next:${rotationId}`, `organization:${organizationId}`] as const;
    if (!next) throw new Error("it is theirs");
    await admin.vault.drop(ref);
    await admin.vault.takeUpNextKey(ref, of, next);
    await expect(owner.vault.takeUpNextKey(ref, of, next)).rejects.toThrow();
    await expect(admin.vault.takeUpNextKey(`next:${randomUUID()}`, of, next)).rejects.toThrow();

    const theirs = await ask(tx, getOrganizationRotation, owner.actor, { organizationId });
    expect(theirs.rotation).toMatchObject({
      begunBy: expect.stringContaining("Brett Warden"),
      may: { takeOver: false },
      next: null,
    });
    await expectRefused(aRotation(tx, organizationId, owner), "rotation_under_way");
    const target = { organizationId, rotationId };
    await expectRefused(execute(tx, cancelOrganizationRotation, owner.actor, target), "rotation_under_way");
    await tx.update(rotations).set({ lastStagedAt: new Date(Date.now() - 16 * 60_000) });
    await aRotation(tx, organizationId, owner);
    expect(await tx.$count(rotations)).toBe(1);
    await expect(execute(tx, cancelOrganizationRotation, admin.actor, target)).rejects.toThrow();
  });

  test("rows of another organization are refused whole", async ({ tx }) => {
    const one = await aSealedClient(tx, { items: 1 });
    const other = await aSealedClient(tx, { items: 1, name: "quartz" });
    const { door } = await aRotation(tx, one.organizationId, one.admin);
    const foreign = await tx.select().from(ciphers).where(eq(ciphers.organizationId, other.organizationId));
    const own = await tx.select().from(ciphers).where(eq(ciphers.organizationId, one.organizationId));
    const rows = [...own, ...foreign].map(({ id }) => ({
      kind: "item",
      id,
      version: "0",
      sealed: sealedLogin(),
    }));
    await expect(door.stage(rows)).rejects.toThrow();
    expect(await tx.$count(rotationRows)).toBe(0);
  });

  test("members without the right do not find it, and admins do not either", async ({ tx }) => {
    const world = await aSealedClient(tx, { items: 0 });
    const { organizationId } = world;
    const admin = await aPersona(tx, "Admin", "admin@cobalt.example");
    await confirm(tx, world, admin, "admin");
    await expect(ask(tx, getOrganizationRotation, admin.actor, { organizationId })).rejects.toThrow();
    await tx.update(organizations).set({ providerAccess: "manage_without_items" });
    await expectRefused(
      ask(tx, getOrganizationRotation, world.admin.actor, { organizationId }),
      "provider_access_closed",
    );
  });
});
