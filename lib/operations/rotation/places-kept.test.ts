import { and, eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { rotationRows } from "@/db/schema/rotations";
import { users } from "@/db/schema/users";
import type { OrganizationMemberId, RotationId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { adoptOrganizationKey } from "@/lib/operations/key/adopt-organization";
import { beginOrganizationRotation } from "@/lib/operations/rotation/begin-organization";
import { test } from "@/test/database";
import { eventsOf, mailsTo } from "@/test/mails";
import { aVisit } from "@/test/organization";
import { publicKey, sealedKey, sealedText } from "@/test/people";
import { aPersona, aRotation, aSealedClient, confirm, openKeyOf } from "@/test/sealed-world";

const placeNow = async (tx: Tx, memberId: OrganizationMemberId) =>
  (await tx.select().from(organizationMembers).where(eq(organizationMembers.id, memberId)))[0];

const memberIdOf = async (tx: Tx, userId: string) =>
  (await tx.select().from(organizationMembers)).find((member) => member.userId === userId)
    ?.id as OrganizationMemberId;

/** What the rotation has staged for a member, with some of it replaced. */
async function staged(tx: Tx, rotationId: RotationId, memberId: OrganizationMemberId, sealed: object) {
  const [row] = await tx
    .select()
    .from(rotationRows)
    .where(and(eq(rotationRows.rotationId, rotationId), eq(rotationRows.rowId, memberId)));
  if (!row) throw new Error("the member is staged");
  return [{ kind: "member", id: memberId, version: row.version, sealed: { ...row.sealed, ...sealed } }];
}

test("no rotation takes an owner's place away", async ({ tx }) => {
  const { organizationId, admin, owner } = await aSealedClient(tx, { items: 1 });
  const memberId = await memberIdOf(tx, owner.userId);
  const { rotationId, stage, finish, door } = await aRotation(tx, organizationId, admin);
  await stage();
  const rows = await staged(tx, rotationId, memberId, { organizationKeyForMember: null });
  await expect(door.stage(rows)).rejects.toMatchObject({ refusal: "owner_needs_key" });
  await finish();
  expect(await placeNow(tx, memberId)).toMatchObject({ status: "confirmed", organizationKeyId: rotationId });
});

test("nor that of somebody who became an owner after they were staged", async ({ tx }) => {
  const world = await aSealedClient(tx, { items: 0 });
  const member = await aPersona(tx, "Member", "member@cobalt.example");
  const memberId = await confirm(tx, world, member);
  await tx.update(users).set({ publicKey: publicKey() }).where(eq(users.id, member.userId));
  const { stage, finish } = await aRotation(tx, world.organizationId, world.admin);
  await stage();
  await tx.update(organizationMembers).set({ role: "owner" }).where(eq(organizationMembers.id, memberId));
  await expect(finish()).rejects.toMatchObject({
    refusal: "owner_needs_key",
    values: { name: expect.stringContaining("Member") },
  });
});

test("a member who gets no key is told, and stands in the log", async ({ tx }) => {
  const world = await aSealedClient(tx, { items: 0 });
  const member = await aPersona(tx, "Member", "member@cobalt.example");
  await confirm(tx, world, member);
  await tx.update(users).set({ publicKey: publicKey() }).where(eq(users.id, member.userId));
  const { stage, finish } = await aRotation(tx, world.organizationId, world.admin);
  await stage();
  await finish();
  expect((await mailsTo(tx, member.email)).map(({ kind }) => kind)).toEqual(["organization.confirm_again"]);
  expect((await eventsOf(tx)).map(({ type }) => type)).toContain("organization_member.left_without_key");
});

test("no rotation enrols somebody who has not enrolled", async ({ tx }) => {
  const world = await aSealedClient(tx, { items: 0 });
  const member = await aPersona(tx, "Member", "member@cobalt.example");
  const memberId = await confirm(tx, world, member);
  const { rotationId, stage, finish, door } = await aRotation(tx, world.organizationId, world.owner);
  await stage();
  const rows = await staged(tx, rotationId, memberId, { userKeyForOrganization: sealedKey() });
  await expect(door.stage(rows)).rejects.toThrow();
  await finish();
  expect(await placeNow(tx, memberId)).toMatchObject({ userKeyForOrganization: null, status: "confirmed" });
});

test("the next key has an id of its own", async ({ tx }) => {
  const { organizationId, keyId, owner } = await aSealedClient(tx, { items: 0 });
  const begin = execute(tx, beginOrganizationRotation, owner.actor, {
    organizationId,
    organizationKeyId: keyId,
    rotationId: keyId,
    succession: { predecessor: sealedText(5), proof: sealedText() },
    keyForBeginner: sealedText(5),
    publicKey: publicKey(),
    privateKey: sealedText(77),
  });
  await expect(begin).rejects.toMatchObject({ refusal: "key_id_taken" });
});

test("what one of the team keeps for all takes the key from none of the others", async ({ tx }) => {
  const { organizationId, providerId, owner, admin } = await aSealedClient(tx, { items: 0 });
  const second = await aPersona(tx, "Second", "second@cobalt.provider.example");
  await tx.insert(providerMembers).values({
    providerId,
    userId: second.userId,
    role: "service_user",
    status: "confirmed",
    providerKeyForMember: sealedKey(),
  });
  await aVisit(tx, organizationId, providerId, second);
  const { stage, finish, rotationId } = await aRotation(tx, organizationId, owner);
  await stage();
  await finish();
  const noise = {
    organizationId,
    organizationKeyId: rotationId as never,
    organizationKeyForProvider: sealedText(5),
  };
  await tx.update(organizations).set({ providerAccess: "manage_without_items" });
  await expect(execute(tx, adoptOrganizationKey, second.actor, noise)).rejects.toThrow();
  await tx.update(organizations).set({ providerAccess: "full" });
  await execute(tx, adoptOrganizationKey, second.actor, noise);
  expect((await openKeyOf(tx, organizationId, admin)).kind).toBe("handed_over");
});
