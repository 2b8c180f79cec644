import { eq, inArray } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { clientVisits } from "@/db/schema/client-visits";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { rotationDebtItems, rotationDebts } from "@/db/schema/rotation-debts";
import { rotations } from "@/db/schema/rotations";
import { seatLedger } from "@/db/schema/seat-ledger";
import { sessions } from "@/db/schema/sessions";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import { getUnlinking } from "@/lib/operations/client/get-unlinking";
import { linkClient } from "@/lib/operations/client/link-client";
import { unlinkClient } from "@/lib/operations/client/unlink-client";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { countConfirmed } from "@/lib/operations/organization/internal/lock-members";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { leaveProvider } from "@/lib/operations/organization/leave-provider";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { vouchForMember } from "@/lib/operations/organization/vouch-for-member";
import { ask } from "@/lib/operations/query";
import { countRotationDebts } from "@/lib/operations/rotation/count-debts";
import { listRotationDebts } from "@/lib/operations/rotation/list-debts";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, mailsTo, queuedMails } from "@/test/mails";
import { aCollection, aConfirmed, aMemberOf, anItem, anyId, keyOf, rowOf } from "@/test/organization";
import { aPerson, type Person, publicKey, sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

async function aClient(tx: Tx) {
  const team = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    betty: "service_user, confirmed",
    billy: "service_user, accepted",
  });
  const { providerId } = team;
  const organizationId = await aClientOf(tx, providerId, { seats: 18, name: "Iris Relief Network" });
  return { ...team, organizationId, target: { providerId, organizationId } };
}

async function aClientWithOwner(tx: Tx) {
  const client = await aClient(tx);
  const owner = await aConfirmed(tx, client.organizationId, "owner", "Maya Lindqvist");
  const zoe = await aConfirmed(tx, client.organizationId, "owner", "Adela Zimmer");
  return { ...client, owner, zoe };
}

const orgRow = async (tx: Tx, organizationId: string) => {
  const rows = await tx.select().from(organizations);
  return rows.find(({ id }) => id === organizationId);
};

describe("a client that is unlinked", () => {
  test("lives on alone: the provider's key row is gone, the seats come back, the first owner gets the bills", async ({
    tx,
  }) => {
    const { providerId, organizationId, brett, owner, zoe, target } = await aClientWithOwner(tx);
    await execute(tx, unlinkClient, brett.actor, target);

    expect(await orgRow(tx, organizationId)).toMatchObject({
      providerId: null,
      status: "created",
      state: "enabled",
      billingEmail: zoe.email,
      seats: 18,
      usedSeats: 2,
    });
    expect(await tx.$count(providerOrganizations)).toBe(0);
    const plans = await tx.select().from(providerPlans).where(eq(providerPlans.providerId, providerId));
    expect(plans).toMatchObject([
      { allocatedSeats: 0, purchasedSeats: 0, clients: 0 },
      { allocatedSeats: 0, purchasedSeats: 0, clients: 0 },
    ]);
    expect(await tx.select().from(seatLedger)).toMatchObject([
      { reason: "client_unlinked", actorId: brett.userId, seatsBefore: 18, seatsAfter: 0 },
    ]);
    await ask(tx, getOrganizationKey, owner.actor, { organizationId });
    await expectRefused(tx, enterClient, brett.actor, { organizationId }, "not_found");
  });

  test("stands in both logs, and all of its owners are told", async ({ tx }) => {
    const { providerId, organizationId, brett, owner, zoe, target } = await aClientWithOwner(tx);
    await execute(tx, unlinkClient, brett.actor, target);
    const told = { name: "Iris Relief Network", seats: 18 };
    expect(await eventsOf(tx)).toMatchObject([
      { type: "client.removed", log: providerId, organizationId: null, details: told },
      {
        type: "organization.unlinked",
        log: organizationId,
        providerId,
        details: { provider: "My Provider" },
      },
    ]);
    for (const { email } of [owner, zoe])
      expect(await mailsTo(tx, email)).toMatchObject([
        { kind: "client.unlinked", organizationName: "Iris Relief Network", providerName: "My Provider" },
      ]);
    expect(await queuedMails(tx)).toHaveLength(2);
  });

  test("ends visits, places of the provider, what it has asked for, and its replacement of the key", async ({
    tx,
  }) => {
    const { organizationId, brett, betty, owner, target } = await aClientWithOwner(tx);
    await execute(tx, enterClient, betty.actor, { organizationId });
    const placeId = await aMemberOf(tx, organizationId, brett, { role: "admin" });
    await tx
      .update(organizationMembers)
      .set({ placeOfProvider: target.providerId })
      .where(eq(organizationMembers.id, placeId));
    const ravi = await aConfirmed(tx, organizationId, "user", "Ravi Menon");
    await tx.insert(accountRecoveries).values({
      organizationId,
      memberId: ravi.memberId,
      askedBy: betty.userId,
      askedAt: new Date(),
      readyAt: new Date(),
      forProvider: true,
      memberRole: "user",
    });
    await tx.insert(rotations).values({
      id: anyId() as never,
      organizationId,
      begunBy: betty.userId,
      forProvider: true,
      begunAt: new Date(),
      lastStagedAt: new Date(),
      keyForBeginner: sealedText(5),
      publicKey: publicKey(),
      privateKey: sealedText(77),
      predecessor: sealedText(5),
      proof: sealedText(5),
    });
    await execute(tx, unlinkClient, brett.actor, target);

    expect(await tx.$count(clientVisits)).toBe(0);
    expect(await tx.$count(accountRecoveries)).toBe(0);
    expect(await tx.$count(rotations)).toBe(0);
    const { members } = await ask(tx, listOrganizationMembers, owner.actor, { organizationId });
    expect(members.map(({ name }) => name).sort()).toEqual(["Adela Zimmer", "Maya Lindqvist", "Ravi Menon"]);
    expect(await orgRow(tx, organizationId)).toMatchObject({ usedSeats: 3 });
    const types = (await eventsOf(tx)).map(({ type }) => type);
    for (const type of [
      "client.left",
      "organization.left_by_provider",
      "organization_member.removed",
      "client.place_ended",
      "organization_member.recovery_taken_back",
      "organization.key_rotation_cancelled",
    ])
      expect(types).toContain(type);
  });

  test("owes the passwords that its provider's people could read, but for whoever goes on reaching all", async ({
    tx,
  }) => {
    const { organizationId, brett, betty, owner, target } = await aClientWithOwner(tx);
    await aMemberOf(tx, organizationId, brett, { role: "admin" });
    await anItem(tx, organizationId, [await aCollection(tx, organizationId)]);
    await aClientOf(tx, target.providerId);
    await execute(tx, unlinkClient, brett.actor, target);
    const { debts } = await ask(tx, listRotationDebts, owner.actor, { organizationId });
    expect(debts).toMatchObject([{ userId: betty.userId, name: "betty", items: 1, changed: 0 }]);
    expect(await ask(tx, countRotationDebts, owner.actor, { organizationId })).toEqual({ open: 1 });
    expect(await tx.$count(rotationDebts)).toBe(1);
  });

  test("owes no item where its provider was never let in to items", async ({ tx }) => {
    const { organizationId, brett, target } = await aClientWithOwner(tx);
    await tx
      .update(organizations)
      .set({ providerAccess: "closed" })
      .where(eq(organizations.id, organizationId));
    await anItem(tx, organizationId, [await aCollection(tx, organizationId)]);
    await execute(tx, unlinkClient, brett.actor, target);
    expect(await tx.$count(rotationDebts, eq(rotationDebts.isWhole, true))).toBe(0);
    expect(await tx.$count(rotationDebtItems)).toBe(0);
    expect(await orgRow(tx, organizationId)).toMatchObject({ providerAccess: "closed" });
  });

  test("can be linked again", async ({ tx }) => {
    const { providerId, organizationId, brett, target } = await aClientWithOwner(tx);
    await aMemberOf(tx, organizationId, brett, { role: "owner" });
    await execute(tx, unlinkClient, brett.actor, target);
    await execute(tx, linkClient, brett.actor, {
      ...target,
      organizationKeyId: keyOf(organizationId),
      organizationKeyForProvider: sealedText(5),
      shown: { plan: "teams_monthly", from: 0, to: 18, purchase: 0 },
    });
    expect(await orgRow(tx, organizationId)).toMatchObject({ providerId, status: "managed" });
  });
});

describe("how far a provider was let in", () => {
  /** A client that has closed its door is unlinked, and linked again by one of its owners. */
  async function linkedAgain(tx: Tx, isLetIn: boolean, isAlone: "at the unlinking" | "later" | "never") {
    const { organizationId, brett, owner, zoe, target } = await aClientWithOwner(tx);
    const memberId = await aMemberOf(tx, organizationId, brett, { role: "owner" });
    await tx
      .update(organizationMembers)
      .set({ letInByProvider: isLetIn })
      .where(eq(organizationMembers.id, memberId));
    await tx
      .update(organizations)
      .set({ providerAccess: "closed" })
      .where(eq(organizations.id, organizationId));
    const others = inArray(organizationMembers.id, [owner.memberId, zoe.memberId]);
    if (isAlone === "at the unlinking") await tx.delete(organizationMembers).where(others);
    await execute(tx, unlinkClient, brett.actor, target);
    if (isAlone === "later") await tx.delete(organizationMembers).where(others);
    await execute(tx, linkClient, brett.actor, {
      ...target,
      organizationKeyId: keyOf(organizationId),
      organizationKeyForProvider: sealedText(5),
      shown: { plan: "teams_monthly", from: 0, to: 18, purchase: 0 },
    });
    return (await orgRow(tx, organizationId))?.providerAccess;
  }

  test("stays where one whom the provider has let in links it", async ({ tx }) => {
    expect(await linkedAgain(tx, true, "never")).toBe("closed");
  });
  test("stays where an owner of the team links it beside another", async ({ tx }) => {
    expect(await linkedAgain(tx, false, "never")).toBe("closed");
  });
  test.for([true, false])(
    "stays where only one is left who was on the provider's side, let in by it: %s",
    async (isLetIn, { tx }) => {
      expect(await linkedAgain(tx, isLetIn, "later")).toBe("closed");
    },
  );
  test("begins anew where its only owner links it", async ({ tx }) => {
    expect(await linkedAgain(tx, false, "at the unlinking")).toBe("full");
  });
});

describe("owners of the team, once the client has left", () => {
  async function world(tx: Tx) {
    const client = await aClientWithOwner(tx);
    const { organizationId, brett, owner, zoe, target } = client;
    const memberId = await aMemberOf(tx, organizationId, brett, { role: "owner" });
    const friend = await aConfirmed(tx, organizationId, "owner", "Freda Friend");
    await tx
      .update(organizationMembers)
      .set({ letInByProvider: true })
      .where(eq(organizationMembers.id, friend.memberId));
    const vouch = (by: Person, whom: OrganizationMemberId) =>
      execute(tx, vouchForMember, by.actor, { organizationId, memberId: whom });
    return { organizationId, brett: { ...brett, memberId }, owner, zoe, friend, target, vouch };
  }

  test("stay on the provider's side until an owner who counts vouches for them", async ({ tx }) => {
    const { organizationId, brett, owner, friend, target, vouch } = await world(tx);
    await execute(tx, unlinkClient, brett.actor, target);
    expect((await countConfirmed(tx, organizationId)).counting).toBe(2);
    await expect(vouch(brett, friend.memberId)).rejects.toMatchObject({ refusal: "approver_of_provider" });
    await vouch(owner, brett.memberId);
    await vouch(brett, friend.memberId);
    expect((await countConfirmed(tx, organizationId)).counting).toBe(4);
  });

  test("are its owners where nobody else counts", async ({ tx }) => {
    const { organizationId, brett, owner, zoe, target } = await world(tx);
    const counting = [owner.memberId, zoe.memberId];
    await tx.delete(organizationMembers).where(inArray(organizationMembers.id, counting));
    await execute(tx, unlinkClient, brett.actor, target);
    expect((await rowOf(tx, brett.memberId))?.letInByProvider).toBe(false);
    expect((await countConfirmed(tx, organizationId)).counting).toBe(1);
  });

  test("the client's log names the provider as who did it only where it did", async ({ tx }) => {
    const { organizationId, owner } = await world(tx);
    await tx.update(sessions).set({ provenAt: new Date() }).where(eq(sessions.userId, owner.userId));
    await execute(tx, leaveProvider, owner.actor, { organizationId });
    const { events: log } = await ask(tx, listOrganizationEvents, owner.actor, { organizationId });
    expect(log.filter(({ byProvider }) => byProvider)).toEqual([]);
    expect(log.map(({ type }) => type)).toContain("organization.unlinked");
  });
});

describe("is refused", () => {
  test("without a confirmed owner whose place is their own", async ({ tx }) => {
    const { organizationId, brett, betty, target } = await aClient(tx);
    const facts = () => ask(tx, getUnlinking, brett.actor, target);
    const refused = () => expectRefused(tx, unlinkClient, brett.actor, target, "no_own_owner");
    await refused();
    const placeId = await aMemberOf(tx, organizationId, betty, { role: "owner" });
    await tx
      .update(organizationMembers)
      .set({ placeOfProvider: target.providerId })
      .where(eq(organizationMembers.id, placeId));
    await aConfirmed(tx, organizationId, "admin", "Ravi Menon");
    await refused();
    expect(await facts()).toEqual({
      isOwned: false,
      isDeletable: false,
      waiting: null,
      seats: 18,
      places: 1,
    });
    for (const status of ["invited", "accepted"] as const) {
      const person = await aPerson(tx, `Olga ${status}`);
      await aMemberOf(tx, organizationId, person, { role: "owner", status });
      expect(await facts()).toMatchObject({ waiting: { status } });
    }
    await aConfirmed(tx, organizationId, "owner", "Maya Lindqvist");
    expect(await facts()).toEqual({ isOwned: true, isDeletable: false, waiting: null, seats: 18, places: 1 });
    await execute(tx, unlinkClient, brett.actor, target);
  });

  test("to service users, strangers and other providers, and for foreign ids", async ({ tx }) => {
    const { organizationId, brett, betty, owner, target } = await aClientWithOwner(tx);
    const elsewhere = await aProviderWith(tx, { boss: "provider_admin, confirmed" });
    const theirs = { providerId: elsewhere.providerId, organizationId };
    for (const { actor } of [betty, owner, elsewhere.boss]) {
      await expectRefused(tx, unlinkClient, actor, target, "not_found");
      await expect(ask(tx, getUnlinking, actor, target)).rejects.toThrow(NotFound);
    }
    await expectRefused(tx, unlinkClient, elsewhere.boss.actor, theirs, "not_found");
    await expectRefused(tx, unlinkClient, brett.actor, { ...target, organizationId: anyId() }, "not_found");
    expect(await tx.$count(providerOrganizations)).toBe(1);
  });
});

describe("an owner", () => {
  const proveAll = (tx: Tx) => tx.update(sessions).set({ provenAt: new Date() });

  test("leaves the provider at will, with a fresh proof", async ({ tx }) => {
    const { organizationId, owner, zoe } = await aClientWithOwner(tx);
    const here = { organizationId };
    await expectRefused(tx, leaveProvider, owner.actor, here, "proof_needed");
    await proveAll(tx);
    await execute(tx, leaveProvider, owner.actor, here);
    expect(await orgRow(tx, organizationId)).toMatchObject({ providerId: null, status: "created" });
    expect((await mailsTo(tx, zoe.email)).map(({ kind }) => kind)).toEqual(["client.unlinked"]);
    await expectRefused(tx, leaveProvider, owner.actor, here, "not_found");
  });

  test("of the provider's team does not, and nobody else does", async ({ tx }) => {
    const { organizationId, brett, betty, target } = await aClientWithOwner(tx);
    await aMemberOf(tx, organizationId, betty, { role: "owner" });
    const admin = await aConfirmed(tx, organizationId, "admin", "Ravi Menon");
    await execute(tx, enterClient, brett.actor, { organizationId });
    await proveAll(tx);
    await expectRefused(tx, leaveProvider, betty.actor, { organizationId }, "approved_by_own_owners");
    for (const { actor } of [brett, admin])
      await expectRefused(tx, leaveProvider, actor, { organizationId }, "not_found");
    expect(await orgRow(tx, organizationId)).toMatchObject({ providerId: target.providerId });
  });
});

test("an owner's invitation that nobody answers is withdrawn by the provider, and another owner is invited", async ({
  tx,
}) => {
  const { organizationId, betty, brett, target } = await aClient(tx);
  const silent = await aPerson(tx, "Silent Owner");
  const asOwner = { role: "owner", status: "invited" } as const;
  const first = await aMemberOf(tx, organizationId, silent, asOwner);
  await execute(tx, enterClient, betty.actor, { organizationId });
  await execute(tx, removeOrganizationMembers, betty.actor, { organizationId, memberIds: [first] });
  await execute(tx, inviteOrganizationMembers, betty.actor, {
    ...{ organizationId, emails: ["other@iris.example"], role: "owner" as const },
    ...{ groupIds: [], collections: [] },
  });
  expect(await ask(tx, getUnlinking, brett.actor, target)).toMatchObject({
    waiting: { email: "other@iris.example", status: "invited" },
  });
});
