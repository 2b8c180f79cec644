import { randomUUID } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { ciphers } from "@/db/schema/ciphers";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { rotations } from "@/db/schema/rotations";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { execute } from "@/lib/operations/command";
import { createItem } from "@/lib/operations/item/create-item";
import { updateItem } from "@/lib/operations/item/update-item";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { sealCollectionName } from "@/lib/vault/seal-collection";
import { resealItem, sealItem } from "@/lib/vault/seal-item";
import { openTestPostgres } from "@/test/database";
import { aMemberOf } from "@/test/organization";
import { aPerson, sealedKey } from "@/test/people";
import { outcomeOf, race, roundsOf } from "@/test/racing";
import { aPersona, aRotation, aSealedClient, confirm, readable } from "@/test/sealed-world";
import { aLogin } from "@/test/vault";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const rounds = 6;
const staleOrDone = ["done", "organization_key_replaced", "rotation_incomplete"];

/** A client that is staged for its next key, and what others do at the moment of the switch. */
async function aStagedClient() {
  const world = await db.transaction((tx) => aSealedClient(tx, { name: randomUUID() }));
  const rotation = await aRotation(db as never, world.organizationId, world.admin);
  await rotation.stage();
  return { ...world, ...rotation, ref: `organization:${world.organizationId}` as const };
}

/** Finishes, staging again what came in between, and looks that everything opens. */
async function settled({
  organizationId,
  owner,
  admin,
  stage,
  finish,
}: Awaited<ReturnType<typeof aStagedClient>>) {
  if ((await outcomeOf(finish())) === "rotation_incomplete") {
    await stage();
    await finish();
  }
  for (const person of [owner, admin])
    expect(await readable(db as never, organizationId, person)).not.toContain("damaged");
}

test("edits, new items, new collections and a confirmation at the switch are in it, or are refused, and all opens", async () => {
  const answers = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const world = await aStagedClient();
    const { organizationId, keyId, collectionId, owner, ref, finish } = world;
    const [item] = await db.select().from(ciphers).where(eq(ciphers.organizationId, organizationId)).limit(1);
    if (!item) throw new Error("there are items");
    const joining = await db.transaction((tx) => aPersona(tx, "Joining", `${randomUUID()}@client.example`));
    const edited = await resealItem(owner.vault, ref, item.key, aLogin("Edited"));
    const fresh = await sealItem(owner.vault, ref, aLogin("Fresh"));
    const name = await sealCollectionName(owner.vault, organizationId, "New");
    const outcomes = await race([
      finish,
      () =>
        execute(db, updateItem, owner.actor, {
          itemId: item.id,
          organizationKeyId: keyId,
          lastKnownRevisionDate: item.revisedAt,
          ...edited,
        }),
      () =>
        execute(db, createItem, owner.actor, {
          itemId: randomUUID(),
          organizationId,
          organizationKeyId: keyId,
          collectionIds: [collectionId],
          ...fresh,
        }),
      () =>
        execute(db, createCollection, owner.actor, {
          organizationId,
          organizationKeyId: keyId,
          collectionId: randomUUID(),
          name,
          members: [],
        }),
    ]);
    for (const outcome of outcomes) answers.add(outcome);
    const [now] = await db.select().from(organizations).where(eq(organizations.id, organizationId));
    if (now?.keyId === keyId) await db.transaction((tx) => confirm(tx, world, joining));
    await settledUnlessOver(world, now?.keyId !== keyId);
    const underOld = and(
      eq(ciphers.organizationId, organizationId),
      ne(ciphers.organizationKeyId, world.rotationId as never),
    );
    expect(await db.$count(ciphers, underOld)).toBe(0);
  }
  expect([...answers].filter((outcome) => !staleOrDone.includes(outcome))).toEqual([]);
});

async function settledUnlessOver(world: Awaited<ReturnType<typeof aStagedClient>>, isOver: boolean) {
  if (!isOver) return settled(world);
  for (const person of [world.owner, world.admin])
    expect(await readable(db as never, world.organizationId, person)).not.toContain("damaged");
}

test("of two rotations that are finished at once, one is, and of two that are begun at once, one is under way", async () => {
  for (let round = 0; round < rounds; round++) {
    const world = await aStagedClient();
    expect(await race([world.finish, world.finish])).toEqual(["done", "not_found"]);
    const { organizationId, admin, owner } = world;
    const begin = (by: typeof admin) => () => aRotation(db as never, organizationId, by);
    expect(await race([begin(admin), begin(owner)])).toEqual(["done", "rotation_under_way"]);
  }
});

test("a switch and a batch at the moment when somebody goes come before it, or never", async () => {
  const answers = new Set<string>();
  for (let round = 0; round < roundsOf(rounds); round++) {
    const world = await aStagedClient();
    const { organizationId, providerId, owner, admin, finish, stage } = world;
    const [leaver, colleague] = await db.transaction(async (tx) => [
      await aPerson(tx, "Leaver", { email: `${randomUUID()}@client.example` }),
      await aPerson(tx, "Colleague", { email: `${randomUUID()}@provider.example` }),
    ]);
    const memberId = await db.transaction((tx) =>
      aMemberOf(tx, organizationId, leaver, { status: "accepted" }),
    );
    const [staff] = await db
      .insert(providerMembers)
      .values({
        providerId,
        userId: colleague.userId,
        role: "service_user",
        status: "confirmed",
        providerKeyForMember: sealedKey(),
      })
      .returning({ id: providerMembers.id });
    if (!staff) throw new Error("the colleague is there");
    await db
      .update(organizationMembers)
      .set({
        status: "confirmed",
        organizationKeyForMember: sealedKey(),
        organizationKeyId: world.keyId,
      })
      .where(eq(organizationMembers.id, memberId));
    await stage();
    const outcomes = await race([
      stage,
      finish,
      () => execute(db, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [memberId] }),
      () => execute(db, removeProviderMembers, admin.actor, { providerId, memberIds: [staff.id] }),
    ]);
    for (const outcome of outcomes) answers.add(outcome);
    const isLeft = (await db.$count(rotations, eq(rotations.organizationId, organizationId))) > 0;
    expect(await outcomeOf(finish())).toBe(isLeft ? "rotation_outdated" : "not_found");
  }
  const foreseen = ["done", "not_found", "rotation_outdated", "rotation_incomplete"];
  expect([...answers].filter((outcome) => !foreseen.includes(outcome))).toEqual([]);
});
