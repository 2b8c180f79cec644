import { and, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import { accountLabel } from "@/lib/domain/account/label";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { approveOrganizationMember } from "@/lib/operations/organization/approve-member";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { listAssignableMembers } from "@/lib/operations/organization/list-assignable-members";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { refuseOrganizationMember } from "@/lib/operations/organization/refuse-member";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { resendOrganizationInvitations } from "@/lib/operations/organization/resend-invitations";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";
import { listStaffPlaces } from "@/lib/operations/provider/list-staff-places";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { ask } from "@/lib/operations/query";
import { getMyRevision } from "@/lib/operations/revision/get-my-revision";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { mailsTo, queuedMails } from "@/test/mails";
import { aConfirmed, aMemberOf, aVisit, keyOf, shownPlace } from "@/test/organization";
import { aPerson, type Person, sealedKey } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

/** A client with its owner, and a provider whose technician is inside. */
async function aVisitedClient(tx: Tx) {
  const provider = await aProviderWith(tx, {
    boss: "provider_admin, confirmed",
    technician: "service_user, confirmed",
    colleague: "service_user, confirmed",
    newcomer: "service_user, invited",
  });
  const organizationId = await aClientOf(tx, provider.providerId);
  await aVisit(tx, organizationId, provider.providerId, provider.technician);
  return { ...provider, organizationId };
}

async function withOwner(tx: Tx) {
  const client = await aVisitedClient(tx);
  return { ...client, owner: await aConfirmed(tx, client.organizationId, "owner", "Brett Warden") };
}

type Invitation = { organizationId: OrganizationId; role?: "owner" | "admin" | "user" };
const invite = (tx: Tx, by: Person, { organizationId, role = "owner" }: Invitation, emails: string[]) =>
  execute(tx, inviteOrganizationMembers, by.actor, { organizationId, emails, role, collections: [] });

const rowsOf = (tx: Tx, organizationId: OrganizationId) =>
  tx.select().from(organizationMembers).where(eq(organizationMembers.organizationId, organizationId));

const askedRow = async (tx: Tx, organizationId: OrganizationId) => {
  const row = (await rowsOf(tx, organizationId)).find(({ askedAt }) => askedAt);
  if (!row) throw new Error("nobody was asked about");
  return row;
};

type Told = Partial<Record<"email" | "role" | "client" | "act", string>>;

const eventsIn = async (tx: Tx) =>
  (await tx.select().from(events).orderBy(events.sequence)).map(({ type, details }) => ({
    type,
    ...(details as Told | null),
  }));

const confirm = (
  tx: Tx,
  by: Person,
  organizationId: OrganizationId,
  who: Person,
  memberId: OrganizationMemberId,
) => execute(tx, confirmOrganizationMembers, by.actor, confirming(organizationId, who, memberId));
const confirming = (
  organizationId: OrganizationId,
  { publicKey }: Person,
  memberId: OrganizationMemberId,
) => ({
  organizationId,
  organizationKeyId: keyOf(organizationId),
  people: [{ memberId, publicKey, organizationKeyForMember: sealedKey() }],
});

describe("a technician who invites", () => {
  test.for(["technician", "colleague", "newcomer"] as const)(
    "the %s asks the owners, and no link is sent before one approves",
    async (who, { tx }) => {
      const { organizationId, technician, owner, ...team } = await withOwner(tx);
      const { email } = { technician, ...team }[who];
      expect(await invite(tx, technician, { organizationId }, [email, "one@cobalt.example"])).toEqual({
        rows: [
          { email, outcome: "awaiting_approval" },
          { email: "one@cobalt.example", outcome: "invited" },
        ],
      });
      const mails = await queuedMails(tx);
      expect(mails.map(({ kind, recipient }) => [kind, recipient]).sort()).toEqual([
        ["client.owner_invite", "one@cobalt.example"],
        ["organization.approval_asked", owner.email],
      ]);
      const row = await askedRow(tx, organizationId);
      expect(row).toMatchObject({
        email,
        placeOfProvider: team.providerId,
        letInByProvider: true,
        askedBy: technician.userId,
      });
      expect(await tx.$count(oneTimeTokens, eq(oneTimeTokens.organizationMemberId, row.id))).toBe(0);
      expect(await eventsIn(tx)).toMatchObject([
        { type: "organization_member.invited" },
        { type: "client.owner_touched", act: "invited" },
        { type: "organization_member.approval_asked", email, role: "owner" },
        { type: "client.approval_asked", email, role: "owner" },
      ]);
      const target = { organizationId, memberIds: [row.id] };
      for (const by of [technician, owner])
        await expectRefused(tx, resendOrganizationInvitations, by.actor, target, "awaiting_approval");
    },
  );

  test("cannot before there is an owner, and is told at the place in the list", async ({ tx }) => {
    const { organizationId, technician, colleague } = await aVisitedClient(tx);
    const answer = await invite(tx, technician, { organizationId, role: "user" }, [colleague.email]);
    expect(answer).toEqual({ rows: [{ email: colleague.email, outcome: "no_owner_to_approve" }] });
    expect(await rowsOf(tx, organizationId)).toEqual([]);
  });

  test("through a place that is the provider's asks as well; an owner of the client does not", async ({
    tx,
  }) => {
    const { organizationId, providerId, colleague, newcomer, owner } = await withOwner(tx);
    const memberId = await aMemberOf(tx, organizationId, colleague, { role: "admin" });
    await tx
      .update(organizationMembers)
      .set({ placeOfProvider: providerId })
      .where(eq(organizationMembers.id, memberId));
    const target = { organizationId, role: "user" } as const;
    expect(await invite(tx, colleague, target, [newcomer.email])).toEqual({
      rows: [{ email: newcomer.email, outcome: "awaiting_approval" }],
    });
    const { id } = await askedRow(tx, organizationId);
    await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [id] });
    expect(await invite(tx, owner, target, [newcomer.email])).toEqual({
      rows: [{ email: newcomer.email, outcome: "invited" }],
    });
  });
});

describe("what is asked", () => {
  test("is answered by owners alone", async ({ tx }) => {
    const { organizationId, technician, colleague } = await withOwner(tx);
    const admin = await aConfirmed(tx, organizationId, "admin", "Betty Warden");
    await invite(tx, technician, { organizationId }, [colleague.email]);
    const { id: memberId } = await askedRow(tx, organizationId);
    const shown = await shownPlace(tx, { organizationId, memberId });
    for (const command of [approveOrganizationMember, refuseOrganizationMember])
      for (const by of [technician, admin])
        await expectRefused(tx, command, by.actor, shown, "only_owners_answer");
  });

  test("and approved is sent, and then confirmed by the provider, in that role and no higher", async ({
    tx,
  }) => {
    const { organizationId, providerId, technician, colleague, owner } = await withOwner(tx);
    await invite(tx, technician, { organizationId, role: "user" }, [colleague.email]);
    const { id: memberId } = await askedRow(tx, organizationId);
    const target = { organizationId, memberId };
    await execute(tx, approveOrganizationMember, owner.actor, await shownPlace(tx, target));
    expect(await tx.$count(oneTimeTokens, eq(oneTimeTokens.organizationMemberId, memberId))).toBe(1);
    expect((await eventsIn(tx)).slice(-3)).toMatchObject([
      { type: "organization_member.approved" },
      { type: "client.member_approved" },
      { type: "organization_member.invited" },
    ]);
    const shown = await shownPlace(tx, target);
    await expectRefused(tx, approveOrganizationMember, owner.actor, shown, "nothing_to_approve");

    await tx
      .update(organizationMembers)
      .set({ status: "accepted", userId: colleague.userId, email: null })
      .where(eq(organizationMembers.id, memberId));
    const raise = { ...target, role: "owner" } as const;
    await expectRefused(tx, changeOrganizationMemberRole, technician.actor, raise, "raised_by_owner_only");
    await confirm(tx, technician, organizationId, colleague, memberId);
    await expectRefused(tx, changeOrganizationMemberRole, technician.actor, raise, "raised_by_owner_only");
    const [row] = await tx.select().from(organizationMembers).where(eq(organizationMembers.id, memberId));
    expect(row).toMatchObject({ status: "confirmed", placeOfProvider: providerId, approvedBy: owner.userId });
    await execute(tx, changeOrganizationMemberRole, owner.actor, raise);
  });

  test("as an owner, is told what a colleague is told, and is confirmed by somebody else", async ({ tx }) => {
    const { organizationId, providerId, technician, colleague, owner } = await withOwner(tx);
    await invite(tx, technician, { organizationId, role: "owner" }, [colleague.email]);
    const { id: memberId } = await askedRow(tx, organizationId);
    await execute(
      tx,
      approveOrganizationMember,
      owner.actor,
      await shownPlace(tx, { organizationId, memberId }),
    );
    expect(await mailsTo(tx, colleague.email)).toMatchObject([{ kind: "organization.invite" }]);

    await tx
      .update(organizationMembers)
      .set({ status: "accepted", userId: colleague.userId, email: null })
      .where(eq(organizationMembers.id, memberId));
    await aVisit(tx, organizationId, providerId, colleague);
    const input = confirming(organizationId, colleague, memberId);
    await expectRefused(tx, confirmOrganizationMembers, colleague.actor, input, "cannot_confirm_yourself");
    await confirm(tx, technician, organizationId, colleague, memberId);
  });

  test("and refused is gone, with its seat", async ({ tx }) => {
    const { organizationId, technician, colleague, owner } = await withOwner(tx);
    await invite(tx, technician, { organizationId }, [colleague.email]);
    const { id: memberId } = await askedRow(tx, organizationId);
    await execute(
      tx,
      refuseOrganizationMember,
      owner.actor,
      await shownPlace(tx, { organizationId, memberId }),
    );
    expect(await rowsOf(tx, organizationId)).toHaveLength(1);
    const [organization] = await tx.select().from(organizations);
    expect(organization?.usedSeats).toBe(1);
    expect((await eventsIn(tx)).slice(-2)).toMatchObject([
      { type: "organization_member.approval_refused" },
      { type: "client.approval_refused" },
    ]);
    expect(await mailsTo(tx, colleague.email)).toEqual([]);
  });
});

test("an answer goes to the request that was shown, and not to what became of it", async ({ tx }) => {
  const { organizationId, technician, colleague, owner } = await withOwner(tx);
  await invite(tx, technician, { organizationId, role: "admin" }, [colleague.email]);
  const { id: memberId } = await askedRow(tx, organizationId);
  await tx
    .update(organizationMembers)
    .set({ revisedAt: new Date("2026-01-01") })
    .where(eq(organizationMembers.id, memberId));
  const shown = await shownPlace(tx, { organizationId, memberId });
  const lower = { organizationId, memberId, role: "user" } as const;
  await execute(tx, changeOrganizationMemberRole, technician.actor, lower);
  for (const command of [approveOrganizationMember, refuseOrganizationMember])
    await expectRefused(tx, command, owner.actor, shown, "member_changed");
  const { members } = await ask(tx, listOrganizationMembers, owner.actor, { organizationId });
  const revisedAt = members.find(({ id }) => id === memberId)?.revisedAt ?? new Date();
  await execute(tx, approveOrganizationMember, owner.actor, { organizationId, memberId, revisedAt });
});

test("whoever is not of the team any more is not approved, and can be refused", async ({ tx }) => {
  const { organizationId, technician, colleague, owner } = await withOwner(tx);
  await invite(tx, technician, { organizationId, role: "admin" }, [colleague.email]);
  const { id: memberId } = await askedRow(tx, organizationId);
  await tx
    .update(users)
    .set({ email: `new.${colleague.email}` })
    .where(eq(users.id, colleague.userId));
  const shown = await shownPlace(tx, { organizationId, memberId });
  await expectRefused(tx, approveOrganizationMember, owner.actor, shown, "not_of_team_any_more");
  const { members } = await ask(tx, listOrganizationMembers, owner.actor, { organizationId });
  expect(members.find(({ id }) => id === memberId)?.may).toMatchObject({ approve: false, refuse: true });
  await execute(tx, refuseOrganizationMember, owner.actor, shown);
});

describe("somebody who has accepted and is of the team by now", () => {
  test("is confirmed by the provider once an owner has approved", async ({ tx }) => {
    const { organizationId, technician, colleague, owner } = await withOwner(tx);
    const memberId = await aMemberOf(tx, organizationId, colleague, { role: "owner", status: "accepted" });
    const input = confirming(organizationId, colleague, memberId);
    await expectRefused(tx, confirmOrganizationMembers, technician.actor, input, "owner_approval_needed");
    await execute(
      tx,
      approveOrganizationMember,
      owner.actor,
      await shownPlace(tx, { organizationId, memberId }),
    );
    await execute(tx, confirmOrganizationMembers, technician.actor, input);
    expect(await eventsIn(tx)).toContainEqual(
      expect.objectContaining({ type: "client.owner_touched", act: "confirmed", email: colleague.email }),
    );
  });

  test("is not confirmed before there is an owner, except as the owner named at creation", async ({ tx }) => {
    const { organizationId, technician, colleague } = await aVisitedClient(tx);
    const memberId = await aMemberOf(tx, organizationId, colleague, { role: "owner", status: "accepted" });
    const input = confirming(organizationId, colleague, memberId);
    await expectRefused(tx, confirmOrganizationMembers, technician.actor, input, "no_owner_to_approve");
    await tx.update(organizationMembers).set({ approvedAt: new Date() });
    await execute(tx, confirmOrganizationMembers, technician.actor, input);
  });

  test("named at creation counts no more once there is an owner", async ({ tx }) => {
    const { organizationId, technician, colleague } = await withOwner(tx);
    const memberId = await aMemberOf(tx, organizationId, colleague, { role: "owner", status: "accepted" });
    await tx
      .update(organizationMembers)
      .set({ approvedAt: new Date() })
      .where(eq(organizationMembers.id, memberId));
    const input = confirming(organizationId, colleague, memberId);
    await expectRefused(tx, confirmOrganizationMembers, technician.actor, input, "owner_approval_needed");
  });
});

test("an act of the provider on an owner stands in both logs, once in each", async ({ tx }) => {
  const { organizationId, technician, owner } = await withOwner(tx);
  const other = await aConfirmed(tx, organizationId, "owner", "Betty Warden");
  const target = { organizationId, memberId: other.memberId };
  await execute(tx, changeOrganizationMemberRole, technician.actor, { ...target, role: "admin" });
  await execute(tx, changeOrganizationMemberRole, technician.actor, { ...target, role: "owner" });
  await execute(tx, removeOrganizationMembers, technician.actor, {
    organizationId,
    memberIds: [other.memberId],
  });
  const log = await tx.select().from(events).orderBy(events.sequence);
  const ofClient = log.filter((event) => event.organizationId === organizationId);
  expect(ofClient.map(({ type }) => type)).toEqual([
    "organization_member.updated",
    "organization_member.updated",
    "organization_member.removed",
  ]);
  for (const { providerId } of ofClient) expect(providerId).not.toBeNull();
  const ofProvider = (await eventsIn(tx)).filter(({ type }) => type === "client.owner_touched");
  expect(ofProvider.map(({ act }) => act)).toEqual(["changed", "changed", "removed"]);

  const last = await aConfirmed(tx, organizationId, "owner", "Billy Warden");
  await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [last.memberId] });
  expect((await eventsIn(tx)).filter(({ type }) => type.includes("owner_touched"))).toHaveLength(3);
});

test("an act on an owner from a place that is the provider's stands in both logs, as the provider's", async ({
  tx,
}) => {
  const { organizationId, providerId, colleague } = await withOwner(tx);
  const other = await aConfirmed(tx, organizationId, "owner", "Betty Warden");
  const memberId = await aMemberOf(tx, organizationId, colleague, { role: "owner" });
  await tx
    .update(organizationMembers)
    .set({ placeOfProvider: providerId })
    .where(eq(organizationMembers.id, memberId));
  await execute(tx, revokeOrganizationMembers, colleague.actor, {
    organizationId,
    memberIds: [other.memberId],
  });
  const log = await tx.select().from(events).orderBy(events.sequence);
  expect(log.filter((event) => event.organizationId === organizationId)).toMatchObject([
    { type: "organization_member.revoked", providerId },
  ]);
  expect(await eventsIn(tx)).toContainEqual(
    expect.objectContaining({ type: "client.owner_touched", act: "revoked", email: other.email }),
  );
});

test("lists mark the provider's people with it", async ({ tx }) => {
  const { organizationId, technician, colleague, newcomer, owner } = await withOwner(tx);
  await aMemberOf(tx, organizationId, colleague);
  await aMemberOf(tx, organizationId, await aPerson(tx, "Billy Warden"), { status: "invited" });
  await invite(tx, technician, { organizationId }, [newcomer.email]);
  const { members, asked } = await ask(tx, listOrganizationMembers, owner.actor, { organizationId });
  const marked = members.filter(({ ofProvider }) => ofProvider).map(({ email }) => email);
  expect(marked.sort()).toEqual([colleague.email, newcomer.email].sort());
  expect(members.find(({ may }) => may.approve)).toMatchObject({
    email: newcomer.email,
    isAsked: true,
    askedBy: accountLabel(technician),
  });
  expect(asked).toBe(1);
  const waiting = async (who: Person) =>
    (await ask(tx, getOrganizationFrame, who.actor, { organizationId })).toConfirm;
  expect(await waiting(owner)).toBe(1);
  expect(await waiting(technician)).toBe(0);
  const { members: assignable } = await ask(tx, listAssignableMembers, owner.actor, { organizationId });
  expect(assignable.filter(({ ofProvider }) => ofProvider)).toHaveLength(2);
});

describe("removing staff", () => {
  test("names the places in clients, and ends those that are the provider's", async ({ tx }) => {
    const { providerId, organizationId, boss, colleague } = await withOwner(tx);
    const theirsAlone = await aClientOf(tx, providerId, { name: "Another Client" });
    const stays = await aMemberOf(tx, theirsAlone, colleague, { role: "admin" });
    const ends = await aMemberOf(tx, organizationId, colleague, { role: "owner" });
    await tx
      .update(organizationMembers)
      .set({ placeOfProvider: providerId })
      .where(eq(organizationMembers.id, ends));

    const staff = { providerId, memberIds: [colleague.memberId] };
    const places = await ask(tx, listStaffPlaces, boss.actor, staff);
    expect(places).toMatchObject([
      { client: "Another Client", role: "admin", ends: false },
      { client: "My Client", role: "owner", ends: true },
    ]);
    await execute(tx, removeProviderMembers, boss.actor, { providerId, memberIds: [colleague.memberId] });
    const theirs = and(eq(organizationMembers.userId, colleague.userId));
    expect((await tx.select().from(organizationMembers).where(theirs)).map(({ id }) => id)).toEqual([stays]);
    const seats = await tx.select().from(organizations).where(eq(organizations.id, organizationId));
    expect(seats[0]?.usedSeats).toBe(1);
    expect(await eventsIn(tx)).toMatchObject([
      { type: "provider_member.removed" },
      { type: "organization_member.removed", role: "owner" },
      { type: "client.place_ended", client: "My Client" },
      { type: "client.owner_touched", act: "removed" },
    ]);
  });

  test("ends an invitation that waits for approval", async ({ tx }) => {
    const { providerId, organizationId, boss, technician, newcomer } = await withOwner(tx);
    await invite(tx, technician, { organizationId }, [newcomer.email]);
    await execute(tx, removeProviderMembers, boss.actor, { providerId, memberIds: [newcomer.memberId] });
    expect(await rowsOf(tx, organizationId)).toHaveLength(1);
  });

  test("tells somebody who was only invited, and had a place by their account", async ({ tx }) => {
    const { providerId, brett, ida } = await aProviderWith(tx, {
      brett: "provider_admin, confirmed",
      ida: "service_user, invited",
    });
    const organizationId = await aClientOf(tx, providerId);
    const memberId = await aMemberOf(tx, organizationId, ida);
    await tx
      .update(organizationMembers)
      .set({ placeOfProvider: providerId })
      .where(eq(organizationMembers.id, memberId));
    const before = await ask(tx, getMyRevision, ida.actor, {});
    await execute(tx, removeProviderMembers, brett.actor, { providerId, memberIds: [ida.memberId] });
    expect(await rowsOf(tx, organizationId)).toEqual([]);
    const after = await ask(tx, getMyRevision, ida.actor, {});
    expect(Number(after.revisedAt)).toBeGreaterThan(Number(before.revisedAt));
  });

  test("and the list of places is for those who may", async ({ tx }) => {
    const { providerId, technician, colleague } = await withOwner(tx);
    const staff = { providerId, memberIds: [colleague.memberId] };
    await expect(ask(tx, listStaffPlaces, technician.actor, staff)).rejects.toThrow("not_found");
  });
});
