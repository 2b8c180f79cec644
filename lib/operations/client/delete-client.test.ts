import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { sessions } from "@/db/schema/sessions";
import { createClient } from "@/lib/operations/client/create-client";
import { deleteClient } from "@/lib/operations/client/delete-client";
import { getUnlinking } from "@/lib/operations/client/get-unlinking";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { createOrganization } from "@/lib/operations/organization/create-organization";
import { ask } from "@/lib/operations/query";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { queuedMails } from "@/test/mails";
import { aConfirmed, aMemberOf, keyOf } from "@/test/organization";
import { aPerson, publicKey, sealedKey, sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

async function aMistake(tx: Tx) {
  const team = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    betty: "service_user, confirmed",
  });
  const { providerId, brett } = team;
  const organizationId = await aClientOf(tx, providerId, { seats: 12, name: "Iris Relief Network" });
  const target = { providerId, organizationId };
  const isDeletable = async () => (await ask(tx, getUnlinking, brett.actor, target)).isDeletable;
  return { ...team, organizationId, target, isDeletable };
}

const proveAll = (tx: Tx) => tx.update(sessions).set({ provenAt: new Date() });

test("an admin deletes a client that nobody has ever been in: its seats come back, and both logs say so", async ({
  tx,
}) => {
  const { providerId, organizationId, brett, target, isDeletable } = await aMistake(tx);
  await aMemberOf(tx, organizationId, await aPerson(tx, "Maya Lindqvist"), {
    role: "owner",
    status: "invited",
  });
  const claire = await aPerson(tx, "Claire Dubois");
  await aMemberOf(tx, organizationId, claire, { role: "owner", status: "accepted" });
  expect(await isDeletable()).toBe(true);
  await expectRefused(tx, deleteClient, brett.actor, target, "proof_needed");
  await proveAll(tx);
  await execute(tx, deleteClient, brett.actor, target);

  expect(await tx.$count(organizations)).toBe(0);
  const [teams] = await tx
    .select({ allocated: providerPlans.allocatedSeats, clients: providerPlans.clients })
    .from(providerPlans)
    .where(eq(providerPlans.plan, "teams_monthly"));
  expect(teams).toEqual({ allocated: 0, clients: 0 });
  expect(await tx.select({ type: events.type, log: events.log }).from(events)).toEqual(
    expect.arrayContaining([
      { type: "organization.deleted", log: organizationId },
      { type: "client.deleted", log: providerId },
    ]),
  );
  // Whoever has accepted would wait for ever.
  expect(await queuedMails(tx)).toEqual([
    { kind: "organization.deleted", recipient: brett.email },
    { kind: "organization.deleted", recipient: claire.email },
  ]);
});

test("a client is its own once somebody has had its key, even after they are gone", async ({ tx }) => {
  const { organizationId, brett, target, isDeletable } = await aMistake(tx);
  const claire = await aPerson(tx, "Claire Dubois");
  const memberId = await aMemberOf(tx, organizationId, claire, { status: "accepted" });
  await execute(tx, enterClient, brett.actor, { organizationId });
  await execute(tx, confirmOrganizationMembers, brett.actor, {
    organizationId,
    organizationKeyId: keyOf(organizationId),
    people: [{ memberId, publicKey: claire.publicKey, organizationKeyForMember: sealedKey() }],
  });
  await proveAll(tx);
  const refused = () => expectRefused(tx, deleteClient, brett.actor, target, "client_has_had_members");
  await refused();

  await tx.delete(organizationMembers).where(eq(organizationMembers.id, memberId));
  expect(await isDeletable()).toBe(false);
  await refused();
});

test("nor is one deleted with a member of whose confirmation no log tells", async ({ tx }) => {
  const { organizationId, brett, target } = await aMistake(tx);
  await aConfirmed(tx, organizationId, "user", "Ravi Menon");
  await proveAll(tx);
  await expectRefused(tx, deleteClient, brett.actor, target, "client_has_had_members");
});

test("its id, under which its log goes on, makes no other organization", async ({ tx }) => {
  const { providerId, organizationId, brett, target } = await aMistake(tx);
  const elsewhere = await aProviderWith(tx, { maya: "provider_admin, confirmed" });
  await proveAll(tx);
  await execute(tx, deleteClient, brett.actor, target);

  const keys = {
    organizationId,
    organizationKeyId: randomUUID(),
    publicKey: publicKey(),
    privateKeyForOrganization: sealedText(77),
    collectionName: sealedText(),
    name: "Iris Relief Network",
    seats: 3,
  };
  const own = { ...keys, plan: "enterprise_monthly" as const, organizationKeyForMember: sealedKey() };
  const stranger = await aPerson(tx, "Ravi Menon");
  await expectRefused(tx, createOrganization, stranger.actor, own, "not_found");
  const client = {
    ...keys,
    plan: "teams_monthly" as const,
    ownerEmail: "owner@client.example",
    organizationKeyForProvider: sealedText(5),
  };
  for (const [of, { actor }] of [
    [providerId, brett],
    [elsewhere.providerId, elsewhere.maya],
  ] as const)
    await expectRefused(tx, createClient, actor, { ...client, providerId: of }, "not_found");
  expect(await tx.$count(organizations)).toBe(0);
});

test("nobody else deletes it", async ({ tx }) => {
  const { betty, target } = await aMistake(tx);
  const other = await aProviderWith(tx, { maya: "provider_admin, confirmed" });
  await proveAll(tx);
  for (const { actor } of [betty, other.maya])
    await expect(execute(tx, deleteClient, actor, target)).rejects.toThrow(NotFound);
  expect(await tx.$count(organizations)).toBe(1);
});
