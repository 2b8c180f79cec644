import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { rotationRows, rotations } from "@/db/schema/rotations";
import { users } from "@/db/schema/users";
import { unlinkClient } from "@/lib/operations/client/unlink-client";
import { execute } from "@/lib/operations/command";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { leaveOrganization } from "@/lib/operations/organization/leave-organization";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { ask } from "@/lib/operations/query";
import { getOrganizationRotation } from "@/lib/operations/rotation/get-organization";
import { openOrganizationKey } from "@/lib/vault/open-organization";
import { test } from "@/test/database";
import { aMemberOf } from "@/test/organization";
import { aPerson, sealedKey } from "@/test/people";
import {
  aPersona,
  aRotation,
  aSealedClient,
  confirm,
  openKeyOf,
  type SealedClient,
} from "@/test/sealed-world";

/** A client with a member and somebody of the provider's team, both of whom the next key is staged for. */
async function aStagedClient(tx: Tx, by: "owner" | "admin" = "owner") {
  const world = await aSealedClient(tx, { items: 0 });
  const leaver = await aPersona(tx, "Leaver", "leaver@cobalt.example");
  const memberId = await confirm(tx, world, leaver);
  const colleague = await aPerson(tx, "Colleague");
  const [staff] = await tx
    .insert(providerMembers)
    .values({
      providerId: world.providerId,
      userId: colleague.userId,
      role: "service_user",
      status: "confirmed",
      providerKeyForMember: sealedKey(),
    })
    .returning({ id: providerMembers.id });
  if (!staff) throw new Error("the colleague is there");
  const rotation = await aRotation(tx, world.organizationId, world[by]);
  await rotation.stage();
  return { ...world, ...rotation, leaver, memberId, colleague, staffId: staff.id };
}

type Staged = Awaited<ReturnType<typeof aStagedClient>>;

const stateFor = (tx: Tx, { organizationId }: SealedClient, { actor }: SealedClient["owner"]) =>
  ask(tx, getOrganizationRotation, actor, { organizationId });

/** Every way by which somebody goes who has the key. */
const ways: Record<string, (tx: Tx, world: Staged) => Promise<unknown>> = {
  "a member is removed": (tx, { organizationId, owner, memberId }) =>
    execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [memberId] }),
  "a member is revoked": (tx, { organizationId, owner, memberId }) =>
    execute(tx, revokeOrganizationMembers, owner.actor, { organizationId, memberIds: [memberId] }),
  "a member leaves": (tx, { organizationId, leaver }) =>
    execute(tx, leaveOrganization, leaver.actor, { organizationId }),
  "somebody of the provider's team is removed": (tx, { providerId, admin, staffId }) =>
    execute(tx, removeProviderMembers, admin.actor, { providerId, memberIds: [staffId] }),
  "a member leaves with their account": (tx, { leaver }) =>
    tx.delete(users).where(eq(users.id, leaver.userId)),
  "the client leaves its provider, whose people go with it": async (
    tx,
    { organizationId, providerId, admin },
  ) => {
    const seats = { seatMinimum: 2000, allocatedSeats: 1000, clients: 1 };
    await tx.insert(providerPlans).values({ providerId, plan: "teams_monthly", ...seats });
    await execute(tx, unlinkClient, admin.actor, { providerId, organizationId });
  },
  "a tie ends in any other way": (tx, { organizationId }) =>
    tx.delete(providerOrganizations).where(eq(providerOrganizations.organizationId, organizationId)),
  "a place ends in any other way": (tx, { memberId }) =>
    tx.delete(organizationMembers).where(eq(organizationMembers.id, memberId)),
};

describe("a rotation that was begun before somebody goes is not finished after it", () => {
  for (const [way, go] of Object.entries(ways))
    test(`${way}`, async ({ tx }) => {
      const world = await aStagedClient(tx);
      await go(tx, world);
      const refused = { refusal: "rotation_outdated" };
      await expect(world.finish()).rejects.toMatchObject(refused);
      await expect(world.stage()).rejects.toMatchObject(refused);
      await expect(
        world.door.stage([{ kind: "item", id: randomUUID(), version: "", sealed: { lost: true } }]),
      ).rejects.toMatchObject(refused);
      expect(await stateFor(tx, world, world.owner)).toMatchObject({
        rotation: { isOutdated: true, next: null, may: { takeOver: true } },
      });
    });

  test("made for the provider, whose key each of the team has", async ({ tx }) => {
    const world = await aStagedClient(tx, "admin");
    await execute(tx, removeProviderMembers, world.admin.actor, {
      providerId: world.providerId,
      memberIds: [world.staffId],
    });
    await expect(world.finish()).rejects.toMatchObject({ refusal: "rotation_outdated" });
  });
});

test("anybody who may begins anew at once, with a key that nobody had who went", async ({ tx }) => {
  const world = await aStagedClient(tx);
  const { organizationId, owner, admin, leaver, memberId } = world;
  const [row] = await tx
    .select()
    .from(rotationRows)
    .where(and(eq(rotationRows.kind, "member"), eq(rotationRows.rowId, memberId)));
  const organizationKeyForMember = row?.sealed.organizationKeyForMember as ReturnType<typeof sealedKey>;
  await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [memberId] });
  expect(await stateFor(tx, world, admin)).toMatchObject({ rotation: { may: { takeOver: true } } });
  const anew = await aRotation(tx, organizationId, admin);
  await anew.stage();
  await anew.finish();
  expect(await tx.$count(rotations)).toBe(0);
  const served = await openKeyOf(tx, organizationId, owner);
  await leaver.vault.drop(`organization:${organizationId}`);
  const known = { organizationKeyForMember, knownOrganizationKey: null };
  await expect(
    openOrganizationKey(leaver.vault, organizationId, { ...served, kind: "member", ...known }),
  ).rejects.toMatchObject({ code: "key_does_not_fit" });
});

test("whoever never had the key, or keeps it, does not hinder it", async ({ tx }) => {
  const world = await aStagedClient(tx);
  const { organizationId, owner, memberId } = world;
  const invited = await aPerson(tx, "Invited");
  const invitedId = await aMemberOf(tx, organizationId, invited, { status: "accepted" });
  await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [invitedId] });
  await execute(tx, changeOrganizationMemberRole, owner.actor, { organizationId, memberId, role: "admin" });
  await world.stage();
  await world.finish();
});
