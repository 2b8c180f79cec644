import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import { test } from "@/test/database";
import { eventsOf } from "@/test/mails";
import { sealedLogin } from "@/test/organization";
import { sealedKey, sealedText } from "@/test/people";
import {
  aPersona,
  aRotation,
  aSealedClient,
  confirm,
  keyNow,
  namesOfLost,
  openKeyOf,
  readable,
  type SealedClient,
} from "@/test/sealed-world";

const all = ["Item 0: correct horse", "Item 1: correct horse", "Item 2: correct horse"];

/** What a member can leave behind that nobody opens: items, names of collections and an enrolment. */
async function noise(tx: Tx, { organizationId, keyId, ...world }: SealedClient) {
  const member = await aPersona(tx, "Member", "member@cobalt.example");
  const memberId = await confirm(tx, { ...world, organizationId, keyId }, member);
  const of = { organizationId, organizationKeyId: keyId };
  const [item, deleted] = await tx
    .insert(ciphers)
    .values([
      { ...of, ...sealedLogin() },
      { ...of, ...sealedLogin(), deletedAt: new Date() },
    ])
    .returning({ id: ciphers.id });
  const [shared, own] = await tx
    .insert(collections)
    .values([
      { ...of, name: sealedText() },
      { ...of, name: sealedText(), type: "my_items", ownerMemberId: memberId },
    ])
    .returning({ id: collections.id });
  await tx
    .update(organizationMembers)
    .set({ userKeyForOrganization: sealedKey() })
    .where(eq(organizationMembers.id, memberId));
  if (!item || !deleted || !shared || !own) throw new Error("all rows came back");
  return { memberId, item: item.id, deleted: deleted.id, shared: shared.id, own: own.id };
}

test("what does not open hinders no rotation of whoever leaves it behind, and it is counted", async ({
  tx,
}) => {
  const world = await aSealedClient(tx);
  const { organizationId, admin, owner } = world;
  const { memberId, item, deleted, shared, own } = await noise(tx, world);
  const ids = [item, deleted, shared, own, memberId];
  const sealedBefore = (await tx.select().from(ciphers).where(eq(ciphers.id, item)))[0];

  const first = await aRotation(tx, organizationId, owner);
  const stopped = await first.stage();
  expect(stopped).toMatchObject({ ok: false, changed: [] });
  const named = stopped.ok ? [] : stopped.damaged;
  expect(new Set(named.map(({ id }) => id))).toEqual(new Set(ids));
  expect(named.find(({ id }) => id === memberId)?.whose).toBe("member@cobalt.example");
  await expect(first.finish()).rejects.toMatchObject({
    refusal: "rotation_incomplete",
    values: { count: 5 },
  });

  const { stage, finish, rotationId } = await aRotation(
    tx,
    organizationId,
    owner,
    "all whose key has changed",
    new Set(ids),
  );
  expect(await stage()).toMatchObject({ ok: true, leftOut: [] });
  expect(await finish()).toEqual({ waiting: 0 });
  expect((await keyNow(tx, organizationId)).keyId).toBe(rotationId);

  for (const person of [admin, owner])
    expect((await readable(tx, organizationId, person)).filter((text) => text !== "damaged")).toEqual(all);
  const left = (await tx.select().from(ciphers).where(eq(ciphers.id, item)))[0];
  const { key, name, notes, data } = sealedBefore ?? {};
  expect(left).toMatchObject({ key, name, notes, data, deletedAt: expect.any(Date) });
  expect(await tx.$count(ciphers, eq(ciphers.id, deleted))).toBe(0);
  await openKeyOf(tx, organizationId, owner);
  const names = new Map(
    (await tx.select().from(collections).where(eq(collections.organizationId, organizationId))).map((row) => [
      row.id,
      row.name,
    ]),
  );
  expect(
    await owner.vault.openTexts(
      `organization:${organizationId}`,
      [shared, own].flatMap((id) => names.get(id) ?? []),
    ),
  ).toEqual([namesOfLost.shared, namesOfLost.my_items]);
  const [place] = await tx.select().from(organizationMembers).where(eq(organizationMembers.id, memberId));
  expect(place).toMatchObject({
    status: "confirmed",
    organizationKeyId: rotationId,
    userKeyForOrganization: null,
  });
  const rotated = (await eventsOf(tx)).find(({ type }) => type === "organization.key_rotated");
  expect(rotated?.details).toEqual({ waiting: 0, lost: 5 });
});

test("what opens is sealed anew, also where it is named to be left behind", async ({ tx }) => {
  const world = await aSealedClient(tx);
  const { organizationId, owner } = world;
  const ids = (await tx.select({ id: ciphers.id }).from(ciphers)).map(({ id }) => id as string);
  const { stage, finish } = await aRotation(
    tx,
    organizationId,
    owner,
    "all whose key has changed",
    new Set([...ids, world.collectionId]),
  );
  await stage();
  await finish();
  expect(await readable(tx, organizationId, owner)).toEqual(all);
  const rotated = (await eventsOf(tx)).find(({ type }) => type === "organization.key_rotated");
  expect(rotated?.details).toEqual({ waiting: 0, lost: 0 });
});

test("an enrolment ends only where it is declared not to open", async ({ tx }) => {
  const world = await aSealedClient(tx, { items: 0 });
  const { memberId } = await noise(tx, world);
  const { door, stage } = await aRotation(tx, world.organizationId, world.owner);
  await stage();
  const { next } = await door.rows(false, { kind: "collection", id: "ffffffff-ffff-4fff-bfff-ffffffffffff" });
  const row = next?.rows.find(({ id }) => id === memberId);
  const sealed = { organizationKeyForMember: sealedKey(), userKeyForOrganization: null };
  const staged = { kind: "member", id: memberId, version: row?.version ?? "" };
  await expect(door.stage([{ ...staged, sealed }])).rejects.toThrow();
  await door.stage([{ ...staged, sealed: { ...sealed, lost: true } }]);
});
