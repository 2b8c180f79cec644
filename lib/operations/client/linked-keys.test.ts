import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizationKeyHandovers } from "@/db/schema/organization-keys";
import { providerMembers } from "@/db/schema/provider-members";
import { providerPlans } from "@/db/schema/provider-plans";
import { OrganizationId } from "@/lib/domain/ids";
import { linkClient } from "@/lib/operations/client/link-client";
import { unlinkClient } from "@/lib/operations/client/unlink-client";
import { execute } from "@/lib/operations/command";
import { createOrganization } from "@/lib/operations/organization/create-organization";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { sealOwnOrganization } from "@/lib/vault/seal-client";
import { test } from "@/test/database";
import {
  aPersona,
  aRotation,
  aSealedClient,
  confirm,
  keyNow,
  openKeyOf,
  readable,
} from "@/test/sealed-world";

/** A client whose provider has seats, and a colleague of its admin who holds the provider's key. */
async function aTeam(tx: Tx) {
  const world = await aSealedClient(tx, { items: 2 });
  const { providerId, admin } = world;
  const seats = { seatMinimum: 2000, allocatedSeats: 1000, clients: 1 };
  await tx.insert(providerPlans).values({ providerId, plan: "teams_monthly", ...seats });
  const colleague = await aPersona(tx, "Betty Warden", "betty@cobalt.provider.example");
  const { sealed } = await admin.vault.sealKeyFor(`provider:${providerId}`, {
    ...colleague,
    knownPublicKey: null,
  });
  await tx.insert(providerMembers).values({
    providerId,
    userId: colleague.userId,
    role: "service_user",
    status: "confirmed",
    providerKeyForMember: sealed,
  });
  return { ...world, colleague };
}

type Team = Awaited<ReturnType<typeof aTeam>>;

/** The admin's own organization, made in their vault. */
async function anOwnOrganization(tx: Tx, { admin }: Team) {
  const organizationId = OrganizationId.parse(randomUUID());
  const { keys, known } = await sealOwnOrganization(admin.vault, { organizationId, collectionName: "Ours" });
  const typed = { plan: "teams_monthly" as const, name: "Montclair", seats: 20 };
  await execute(tx, createOrganization, admin.actor, { organizationId, ...typed, ...keys });
  await admin.vault.remember(known);
  await openKeyOf(tx, organizationId, admin);
  return { organizationId, collectionName: keys.collectionName };
}

async function link(tx: Tx, { providerId, admin }: Team, organizationId: OrganizationId) {
  const { keyId } = await keyNow(tx, organizationId);
  const sealed = await admin.vault.sealKeyUnder(
    `provider:${providerId}`,
    `organization:${organizationId}`,
    true,
  );
  await execute(tx, linkClient, admin.actor, {
    providerId,
    organizationId,
    organizationKeyId: keyId,
    organizationKeyForProvider: sealed,
    shown: { plan: "teams_monthly", from: 0, to: 20, purchase: 0 },
  });
}

test("a colleague opens the key of an organization that its owner has made and linked", async ({ tx }) => {
  const team = await aTeam(tx);
  const { organizationId, collectionName } = await anOwnOrganization(tx, team);
  await link(tx, team, organizationId);
  await execute(tx, enterClient, team.colleague.actor, { organizationId });
  await openKeyOf(tx, organizationId, team.colleague);
  expect(await team.colleague.vault.openTexts(`organization:${organizationId}`, [collectionName])).toEqual([
    "Ours",
  ]);
});

test("an owner to whom the key was handed passes it on once they have replaced it", async ({ tx }) => {
  const team = await aTeam(tx);
  const { organizationId } = await anOwnOrganization(tx, team);
  const { admin, colleague: other } = team;
  const { keyId } = await keyNow(tx, organizationId);
  await confirm(tx, { organizationId, keyId, admin }, other, "owner");
  // With a client's key comes the provider's.
  await execute(tx, enterClient, other.actor, { organizationId: team.organizationId });
  await openKeyOf(tx, team.organizationId, other);
  const [own, under] = [`organization:${organizationId}`, `provider:${team.providerId}`] as const;
  await expect(other.vault.sealKeyUnder(under, own, true)).rejects.toMatchObject({ code: "key_not_vouched" });
  const { stage, finish } = await aRotation(tx, organizationId, other);
  await stage();
  await finish();
  await openKeyOf(tx, organizationId, other);
  await expect(other.vault.sealKeyUnder(under, own, true)).resolves.toMatch(/^2\./);
});

test("linked while its key is being replaced, it is handed to the team with the next key", async ({ tx }) => {
  const team = await aTeam(tx);
  const { organizationId } = await anOwnOrganization(tx, team);
  const { rotationId, stage, finish } = await aRotation(tx, organizationId, team.admin);
  await stage();
  await link(tx, team, organizationId);
  await expect(finish()).rejects.toMatchObject({ refusal: "rotation_incomplete" });
  await stage();
  await finish();
  expect(await keyNow(tx, organizationId)).toMatchObject({ keyId: rotationId });
  await execute(tx, enterClient, team.colleague.actor, { organizationId });
  expect(await openKeyOf(tx, organizationId, team.colleague)).toMatchObject({ kind: "handed_over" });
});

test("unlinked while an owner replaces its key, the key that the team may have been sealed is given up", async ({
  tx,
}) => {
  const team = await aTeam(tx);
  const { organizationId, providerId, admin, owner } = team;
  const begun = await aRotation(tx, organizationId, owner);
  await begun.stage();
  await execute(tx, unlinkClient, admin.actor, { providerId, organizationId });
  await expect(begun.finish()).rejects.toMatchObject({ refusal: "rotation_outdated" });
  const { rotationId, stage, finish } = await aRotation(tx, organizationId, owner);
  await stage();
  await finish();
  expect(await keyNow(tx, organizationId)).toMatchObject({ keyId: rotationId });
  expect(await readable(tx, organizationId, owner)).toHaveLength(2);
  expect(await readable(tx, organizationId, owner)).not.toContain("damaged");
  const handed = eq(organizationKeyHandovers.organizationId, organizationId);
  expect(await tx.$count(organizationKeyHandovers, handed)).toBe(0);
});
