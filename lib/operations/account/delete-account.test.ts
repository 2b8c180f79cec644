import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { rotationDebts } from "@/db/schema/rotation-debts";
import { users } from "@/db/schema/users";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { deleteAccount } from "@/lib/operations/account/delete-account";
import { getDeletionFacts } from "@/lib/operations/account/get-deletion-facts";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, queuedMails } from "@/test/mails";
import {
  aCollection,
  aConfirmed,
  aMemberOf,
  anItem,
  anOrganizationWith,
  aProviderWithAdmin,
  aVisit,
  sealedLogin,
} from "@/test/organization";
import { aPerson, sealedKey } from "@/test/people";

async function brett(tx: Tx, more: Partial<typeof users.$inferInsert> = {}) {
  const authenticationHash = randomBytes(32).toString("base64") as AuthenticationHash;
  const passwordHash = await hashAuthentication(authenticationHash);
  const person = await aPerson(tx, "Brett Warden", { passwordHash, ...more });
  return { ...person, proof: { authenticationHash } };
}

test("what is one's own goes, what is shared and what the logs say stays", async ({ tx }) => {
  const { userId, actor, email, proof } = await brett(tx);
  const { organizationId } = await anOrganizationWith(tx, { name: "Cobalt Manufacturing" });
  await aConfirmed(tx, organizationId, "owner", "Olivia Owner");
  const memberId = await aMemberOf(tx, organizationId, { userId, email }, { role: "admin" });
  const collectionId = await aCollection(tx, organizationId, { [memberId]: "manage" });
  const shared = await anItem(tx, organizationId, [collectionId]);
  await tx.insert(ciphers).values({ userId, ...sealedLogin() });
  expect(await ask(tx, getDeletionFacts, actor, {})).toEqual({
    items: 1,
    places: ["Cobalt Manufacturing"],
    lastIn: [],
    lastCountingIn: [],
    isLastAdministrator: false,
  });

  await execute(tx, deleteAccount, actor, proof);

  expect(await tx.$count(users, eq(users.id, userId))).toBe(0);
  expect(await tx.select({ id: ciphers.id }).from(ciphers)).toEqual([{ id: shared }]);
  const [organization] = await tx.select().from(organizations).where(eq(organizations.id, organizationId));
  expect(organization).toMatchObject({ usedSeats: 1, members: 1 });
  expect(await queuedMails(tx)).toEqual([{ kind: "account.deleted", recipient: email }]);
  expect((await eventsOf(tx)).map(({ type, userId: about }) => [type, about])).toEqual([
    ["organization_member.removed", userId],
    ["user.deleted", userId],
  ]);
});

test("a provider loses a person of its team, their visits end, and so do its places through them", async ({
  tx,
}) => {
  const { userId, actor, email, proof } = await brett(tx);
  const { providerId } = await aProviderWithAdmin(tx);
  const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
  const { organizationId: another } = await anOrganizationWith(tx, { provider: { providerId } });
  await aConfirmed(tx, organizationId, "owner", "Olivia Owner");
  await tx.insert(providerMembers).values({
    providerId,
    userId,
    role: "provider_admin",
    status: "confirmed",
    providerKeyForMember: sealedKey(),
  });
  const placeId = await aMemberOf(tx, organizationId, { userId, email });
  await tx
    .update(organizationMembers)
    .set({ placeOfProvider: providerId })
    .where(eq(organizationMembers.id, placeId));
  await aVisit(tx, organizationId, providerId, { userId, email, actor, name: "", publicKey: "" as never });

  await execute(tx, deleteAccount, actor, proof);

  expect(await tx.$count(providerMembers, eq(providerMembers.userId, userId))).toBe(0);
  // In one client they had a place, and in both the provider's key.
  const debts = await tx.select().from(rotationDebts);
  expect(debts).toHaveLength(3);
  expect(debts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ organizationId, memberId: placeId, providerMemberId: null }),
      expect.objectContaining({ organizationId, memberId: null, isWhole: true }),
      expect.objectContaining({ organizationId: another, memberId: null, isWhole: true }),
    ]),
  );
  const [organization] = await tx.select().from(organizations).where(eq(organizations.id, organizationId));
  expect(organization).toMatchObject({ usedSeats: 1, members: 1 });
  const types = (await eventsOf(tx)).map(({ type }) => type);
  expect(types.sort()).toEqual([
    "client.left",
    "client.place_ended",
    "organization.left_by_provider",
    "organization_member.removed",
    "provider_member.removed",
    "user.deleted",
  ]);
});

test("nobody leaves an organization without an owner or a provider without an admin: they are named", async ({
  tx,
}) => {
  const { userId, actor, email, proof } = await brett(tx);
  const { organizationId } = await anOrganizationWith(tx, { name: "Cobalt Manufacturing" });
  await aMemberOf(tx, organizationId, { userId, email }, { role: "owner" });
  const betty = await aPerson(tx, "Betty Warden");
  await aMemberOf(tx, organizationId, betty, { role: "owner", status: "accepted" });
  expect(await ask(tx, getDeletionFacts, actor, {})).toMatchObject({ lastIn: ["Cobalt Manufacturing"] });
  await expect(execute(tx, deleteAccount, actor, proof)).rejects.toMatchObject({
    refusal: "last_in_places",
    values: { names: "Cobalt Manufacturing" },
  });
  await aConfirmed(tx, organizationId, "owner", "Olivia Owner");
  const { providerId, admin } = await aProviderWithAdmin(tx, "My Provider");
  await tx.update(providerMembers).set({ userId }).where(eq(providerMembers.userId, admin.userId));
  expect(providerId).toBeTruthy();
  await expect(execute(tx, deleteAccount, actor, proof)).rejects.toMatchObject({
    refusal: "last_in_places",
    values: { names: "My Provider" },
  });
});

test("the only administrator of the instance stays, and one of two may go", async ({ tx }) => {
  const { actor, proof } = await brett(tx, { instanceRole: "administrator" });
  await expectRefused(tx, deleteAccount, actor, proof, "last_administrator");
  await aPerson(tx, "Ada Admin", { instanceRole: "administrator" });
  await execute(tx, deleteAccount, actor, proof);
});

test("without the master password nothing is deleted", async ({ tx }) => {
  const { userId, actor } = await brett(tx);
  const wrong = { authenticationHash: randomBytes(32).toString("base64") };
  await expectRefused(tx, deleteAccount, actor, wrong, "wrong_master_password");
  expect(await tx.$count(users, eq(users.id, userId))).toBe(1);
});
