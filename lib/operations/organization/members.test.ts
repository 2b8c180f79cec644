import { desc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { authenticators } from "@/db/schema/authenticators";
import { collectionMembers } from "@/db/schema/collection-members";
import { events } from "@/db/schema/events";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { organizationMembers } from "@/db/schema/organization-members";
import { failureOf } from "@/lib/answer/failure";
import { anonymousActor } from "@/lib/domain/actor";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { getOrganizationMembersToConfirm } from "@/lib/operations/organization/get-members-to-confirm";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { resendOrganizationInvitations } from "@/lib/operations/organization/resend-invitations";
import { ask } from "@/lib/operations/query";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { queuedMails } from "@/test/mails";
import {
  aCollection,
  aConfirmed,
  aMemberOf,
  anOrganizationOf,
  anOrganizationWith,
  anyId,
  aProviderWithAdmin,
  aVisit,
  keyOf,
  rowOf,
  usedSeats,
} from "@/test/organization";
import { aPerson, publicKey, sealedKey } from "@/test/people";

const anOrganization = (tx: Tx, columns: { seats?: number } = {}) =>
  anOrganizationOf(tx, ["owner", "admin"], columns);

const invitation = (organizationId: OrganizationId, emails: string[]) => ({
  organizationId,
  emails,
  role: "user" as const,
  collections: [],
});

const linkFor = (tx: Tx, memberId: OrganizationMemberId, email: string) =>
  issueToken(tx, { purpose: "organization_member", email, organizationMemberId: memberId }, new Date());

describe("inviting", () => {
  test("takes a seat each, gives the collections, writes the mail and the log", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const collectionId = await aCollection(tx, organizationId);
    const emails = ["one@cobalt.example", "two@cobalt.example"];
    await execute(tx, inviteOrganizationMembers, owner.actor, {
      ...invitation(organizationId, emails),
      collections: [{ collectionId, permission: "edit" }],
    });
    expect(await usedSeats(tx, organizationId)).toBe(4);
    expect(await tx.$count(collectionMembers)).toBe(2);
    const mails = await queuedMails(tx);
    expect(mails.map(({ kind, recipient }) => [kind, recipient]).sort()).toEqual(
      emails.map((email) => ["organization.invite", email]),
    );
    const log = await tx.select().from(events).orderBy(events.sequence);
    expect(log.map(({ type, details }) => [type, details?.email])).toEqual(
      emails.map((email) => ["organization_member.invited", email]),
    );
  });

  test("passes over who is a member or invited already, and tells so", async ({ tx }) => {
    const { organizationId, owner, admin } = await anOrganization(tx);
    const invite = (emails: string[]) =>
      execute(tx, inviteOrganizationMembers, owner.actor, invitation(organizationId, emails));
    await invite(["old@b.example"]);
    expect(await invite(["new@b.example", admin.email, "old@b.example"])).toEqual({
      rows: [
        { email: "new@b.example", outcome: "invited" },
        { email: admin.email, outcome: "already_a_member" },
        { email: "old@b.example", outcome: "already_invited" },
      ],
    });
    expect(await usedSeats(tx, organizationId)).toBe(4);
    expect(await tx.$count(events)).toBe(2);
    expect(await queuedMails(tx)).toHaveLength(2);
  });

  test("tells each wrong row at its place, and does nothing", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const invite = (emails: string[]) =>
      execute(tx, inviteOrganizationMembers, owner.actor, invitation(organizationId, emails)).catch(
        (error) => failureOf(error, "").fields,
      );
    expect(await invite(["a@b.example", "not an address", "A@B.example"])).toMatchObject({
      "emails.1": [{ code: "invalid_email" }],
      "emails.2": [{ code: "already_exists" }],
    });
    expect(await invite([])).toMatchObject({ emails: [{ code: "no_addresses" }] });
    const many = Array.from({ length: 21 }, (_, i) => `p${i}@b.example`);
    expect(await invite(many)).toMatchObject({ emails: [{ code: "too_many_addresses" }] });
    expect(await usedSeats(tx, organizationId)).toBe(2);
    expect(await tx.$count(events)).toBe(0);
  });

  test("beyond the seats is refused whole", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx, { seats: 3 });
    const input = invitation(organizationId, ["one@cobalt.example", "two@cobalt.example"]);
    await expectRefused(tx, inviteOrganizationMembers, owner.actor, input, "no_seat_left");
    expect(await tx.$count(organizationMembers)).toBe(2);
  });

  test("is for those who manage, and owners for owners", async ({ tx }) => {
    const { organizationId, admin } = await anOrganization(tx);
    const user = await aConfirmed(tx, organizationId, "user", "Billy Warden");
    const { owner: stranger } = await anOrganizationWith(tx).then(async (other) => ({
      owner: await aConfirmed(tx, other.organizationId, "owner", "Stranger"),
    }));
    const input = invitation(organizationId, ["one@cobalt.example"]);
    for (const who of [user, stranger])
      await expectRefused(tx, inviteOrganizationMembers, who.actor, input, "not_found");
    const asOwner = { ...input, role: "owner" as const };
    await expectRefused(tx, inviteOrganizationMembers, admin.actor, asOwner, "only_owners_manage_owners");
  });

  test("with another organization's collection finds nothing", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const other = await anOrganizationWith(tx);
    for (const collectionId of [await aCollection(tx, other.organizationId), anyId()])
      await expectRefused(
        tx,
        inviteOrganizationMembers,
        owner.actor,
        {
          ...invitation(organizationId, ["one@cobalt.example"]),
          collections: [{ collectionId, permission: "view" }],
        },
        "not_found",
      );
    expect(await usedSeats(tx, organizationId)).toBe(2);
  });

  test("again replaces the link", async ({ tx }) => {
    const { organizationId, owner, admin } = await anOrganization(tx);
    const person = await aPerson(tx, "Billy Warden");
    const memberId = await aMemberOf(tx, organizationId, person, { status: "invited" });
    const old = await linkFor(tx, memberId, person.email);
    await execute(tx, resendOrganizationInvitations, owner.actor, { organizationId, memberIds: [memberId] });
    await expectRefused(tx, acceptOrganizationInvitation, person.actor, { token: old }, "link_replaced");
    const target = { organizationId, memberIds: [admin.memberId] };
    await expectRefused(tx, resendOrganizationInvitations, owner.actor, target, "member_not_invited");
  });
});

describe("accepting", () => {
  test("ties the account, uses the link up and tells the managers", async ({ tx }) => {
    const { organizationId, owner, admin } = await anOrganization(tx);
    const person = await aPerson(tx, "Billy Warden", { emailVerifiedAt: null });
    const memberId = await aMemberOf(tx, organizationId, person, { status: "invited" });
    const token = await linkFor(tx, memberId, person.email);
    const result = await execute(tx, acceptOrganizationInvitation, person.actor, { token });
    expect(result).toEqual({ organizationId, organizationName: "Cobalt Manufacturing" });
    expect(await rowOf(tx, memberId)).toMatchObject({
      status: "accepted",
      userId: person.userId,
      email: null,
    });
    const mails = await queuedMails(tx);
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([owner.email, admin.email].sort());
    const [event] = await tx.select().from(events).orderBy(events.sequence);
    expect(event).toMatchObject({
      type: "organization_member.accepted",
      organizationId,
      userId: person.userId,
    });
    await expectRefused(tx, acceptOrganizationInvitation, person.actor, { token }, "link_used");
  });

  test("tells the provider's admins while nobody is confirmed", async ({ tx }) => {
    const { providerId, admin } = await aProviderWithAdmin(tx);
    const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
    const owner = await aPerson(tx, "Brett Warden");
    const memberId = await aMemberOf(tx, organizationId, owner, { role: "owner", status: "invited" });
    const token = await linkFor(tx, memberId, owner.email);
    await execute(tx, acceptOrganizationInvitation, owner.actor, { token });
    const mails = await queuedMails(tx);
    expect(mails.map(({ recipient }) => recipient)).toEqual([admin.email]);
  });

  test("as somebody else names both addresses, and uses nothing up", async ({ tx }) => {
    const { organizationId } = await anOrganization(tx);
    const [invited, other] = [await aPerson(tx, "Billy Warden"), await aPerson(tx, "Bob Other")];
    const memberId = await aMemberOf(tx, organizationId, invited, { status: "invited" });
    const token = await linkFor(tx, memberId, invited.email);
    const error = await execute(tx, acceptOrganizationInvitation, other.actor, { token }).catch((e) => e);
    expect(error.values).toEqual({ invited: invited.email, yours: other.email });
    const [row] = await tx.select().from(oneTimeTokens).orderBy(desc(oneTimeTokens.createdAt));
    expect(row?.usedAt).toBeNull();
    const anonymous = anonymousActor(other.actor.device);
    await expectRefused(tx, acceptOrganizationInvitation, anonymous, { token }, "not_signed_in");
    const unknown = { token: "x".repeat(43) };
    await expectRefused(tx, acceptOrganizationInvitation, other.actor, unknown, "link_unknown");
  });
});

describe("confirming", () => {
  const confirmation = (organizationId: OrganizationId, memberId: OrganizationMemberId, key: string) => ({
    organizationId,
    organizationKeyId: keyOf(organizationId),
    people: [{ memberId, publicKey: key, organizationKeyForMember: sealedKey() }],
  });

  test("keeps the key for the member, mails them and is logged", async ({ tx }) => {
    const { organizationId, admin } = await anOrganization(tx);
    const person = await aPerson(tx, "Billy Warden");
    const memberId = await aMemberOf(tx, organizationId, person, { status: "accepted" });
    const input = confirmation(organizationId, memberId, person.publicKey);
    await execute(tx, confirmOrganizationMembers, admin.actor, input);
    expect(await rowOf(tx, memberId)).toMatchObject({
      status: "confirmed",
      organizationKeyForMember: input.people[0]?.organizationKeyForMember,
    });
    const [mail] = await queuedMails(tx);
    expect(mail).toMatchObject({ kind: "organization.confirmed", recipient: person.email });
    expect(await tx.$count(events)).toBe(1);
    await expectRefused(tx, confirmOrganizationMembers, admin.actor, input, "member_already_confirmed");
  });

  test("after the key changed, of somebody invited, or of nobody here stores nothing", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const person = await aPerson(tx, "Billy Warden");
    const memberId = await aMemberOf(tx, organizationId, person, { status: "accepted" });
    const stale = confirmation(organizationId, memberId, publicKey());
    await expectRefused(tx, confirmOrganizationMembers, owner.actor, stale, "public_key_changed");
    const fresh = confirmation(organizationId, memberId, person.publicKey);
    const outdated = { ...fresh, organizationKeyId: anyId() };
    await expectRefused(tx, confirmOrganizationMembers, owner.actor, outdated, "organization_key_replaced");
    expect((await rowOf(tx, memberId))?.organizationKeyForMember).toBeNull();

    const invited = await aMemberOf(tx, organizationId, await aPerson(tx, "New"), { status: "invited" });
    const early = confirmation(organizationId, invited, publicKey());
    await expectRefused(tx, confirmOrganizationMembers, owner.actor, early, "member_not_accepted");

    const other = await anOrganizationWith(tx);
    const foreign = await aMemberOf(tx, other.organizationId, person, { status: "accepted" });
    const wrong = confirmation(organizationId, foreign, person.publicKey);
    await expectRefused(tx, confirmOrganizationMembers, owner.actor, wrong, "not_found");
  });

  test("the keys to compare are those of the named people who wait, and managers' to see", async ({ tx }) => {
    const { organizationId, owner, admin } = await anOrganization(tx);
    const [billy, other] = [await aPerson(tx, "Billy Warden"), await aPerson(tx, "Other")];
    const memberId = await aMemberOf(tx, organizationId, billy, { status: "accepted" });
    await aMemberOf(tx, organizationId, other, { status: "accepted" });
    const foreign = await anOrganizationWith(tx);
    const elsewhere = await aMemberOf(tx, foreign.organizationId, billy, { status: "accepted" });
    const input = { organizationId, memberIds: [memberId, owner.memberId, elsewhere] };
    const { userId, email, publicKey: key } = billy;
    expect(await ask(tx, getOrganizationMembersToConfirm, admin.actor, input)).toMatchObject([
      { memberId, userId, name: "Billy Warden", email, publicKey: key },
    ]);
    const asked = ask(tx, getOrganizationMembersToConfirm, other.actor, input);
    await expect(asked).rejects.toMatchObject({ name: "NotFound" });
  });

  test("the first is the provider's to do, during a visit", async ({ tx }) => {
    const { providerId, admin } = await aProviderWithAdmin(tx);
    const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
    const owner = await aPerson(tx, "Brett Warden");
    const memberId = await aMemberOf(tx, organizationId, owner, { role: "owner", status: "accepted" });
    const input = confirmation(organizationId, memberId, owner.publicKey);
    await expectRefused(tx, confirmOrganizationMembers, owner.actor, input, "not_found");
    await expectRefused(tx, confirmOrganizationMembers, admin.actor, input, "client_not_entered");
    await aVisit(tx, organizationId, providerId, admin);
    await execute(tx, confirmOrganizationMembers, admin.actor, input);
    const [event] = await tx.select().from(events).orderBy(events.sequence);
    expect(event).toMatchObject({ type: "organization_member.confirmed", providerId });
  });
});

describe("roles and removal", () => {
  test("a role is changed and logged; the last owner stays one", async ({ tx }) => {
    const { organizationId, owner, admin } = await anOrganization(tx);
    const user = await aConfirmed(tx, organizationId, "user", "Billy Warden");
    const change = (memberId: OrganizationMemberId, role: "owner" | "admin" | "user") => ({
      organizationId,
      memberId,
      role,
    });
    await execute(tx, changeOrganizationMemberRole, admin.actor, change(user.memberId, "admin"));
    expect(await rowOf(tx, user.memberId)).toMatchObject({ role: "admin" });
    const demotion = change(owner.memberId, "user");
    await expectRefused(tx, changeOrganizationMemberRole, owner.actor, demotion, "last_owner");
    for (const input of [demotion, change(admin.memberId, "owner")])
      await expectRefused(tx, changeOrganizationMemberRole, admin.actor, input, "only_owners_manage_owners");
  });

  test("removing frees the seat, tells them and is logged", async ({ tx }) => {
    const { organizationId, admin } = await anOrganization(tx);
    const user = await aConfirmed(tx, organizationId, "user", "Billy Warden");
    await execute(tx, removeOrganizationMembers, admin.actor, { organizationId, memberIds: [user.memberId] });
    expect(await usedSeats(tx, organizationId)).toBe(2);
    expect(await rowOf(tx, user.memberId)).toBeUndefined();
    const [mail] = await queuedMails(tx);
    expect(mail).toMatchObject({ kind: "organization.removed", recipient: user.email });
    expect(await tx.$count(events)).toBe(1);
  });

  test("an invitation is withdrawn, which the log calls so", async ({ tx }) => {
    const { organizationId, admin } = await anOrganization(tx);
    const invited = await aPerson(tx, "Billy Warden");
    const memberId = await aMemberOf(tx, organizationId, invited, { status: "invited" });
    await execute(tx, removeOrganizationMembers, admin.actor, { organizationId, memberIds: [memberId] });
    expect(await tx.select().from(events).orderBy(events.sequence)).toMatchObject([
      { type: "organization_member.withdrawn", details: { email: invited.email, role: "user" } },
    ]);
  });

  test("the role that somebody has already changes nothing, and nothing is logged", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const user = await aConfirmed(tx, organizationId, "user", "Billy Warden");
    const input = { organizationId, memberId: user.memberId, role: "user" } as const;
    const answer = await execute(tx, changeOrganizationMemberRole, owner.actor, input);
    expect(answer).toMatchObject({ changed: false });
    expect(await tx.$count(events)).toBe(0);
  });

  test("nobody removes themselves, an admin no owner, the provider not the last owner", async ({ tx }) => {
    const { providerId, admin: technician } = await aProviderWithAdmin(tx);
    const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    const admin = await aConfirmed(tx, organizationId, "admin", "Betty Warden");
    await aVisit(tx, organizationId, providerId, technician);
    const target = { organizationId, memberIds: [owner.memberId] };
    await expectRefused(tx, removeOrganizationMembers, owner.actor, target, "cannot_remove_yourself");
    await expectRefused(tx, removeOrganizationMembers, admin.actor, target, "only_owners_manage_owners");
    await expectRefused(tx, removeOrganizationMembers, technician.actor, target, "last_owner");
  });
});

describe("the list of members", () => {
  test("is filtered, searched and paged, with the counts of all", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    await aMemberOf(tx, organizationId, await aPerson(tx, "Waiting One"), { status: "accepted" });
    await aMemberOf(tx, organizationId, await aPerson(tx, "Asked 100%"), { status: "invited" });
    const list = (more: object) => ask(tx, listOrganizationMembers, owner.actor, { organizationId, ...more });
    const everybody = await list({});
    expect(everybody.counts).toEqual({ all: 4, invited: 1, accepted: 1, revoked: 0 });
    const waiting = await list({ status: "accepted" });
    expect(waiting.members.map(({ name }) => name)).toEqual(["Waiting One"]);
    expect((await list({ search: "%" })).members).toEqual([]);
    expect((await list({ search: "nobody" })).counts.all).toBe(4);
  });

  test("says whose log-in takes a second step, and whose account can be recovered", async ({ tx }) => {
    const { organizationId, owner, admin } = await anOrganization(tx);
    await tx
      .insert(authenticators)
      .values({ userId: admin.userId, sealedSecret: "-", confirmedAt: new Date() });
    const member = await aConfirmed(tx, organizationId, "user", "Billy Warden");
    await tx
      .update(organizationMembers)
      .set({ userKeyForOrganization: sealedKey() })
      .where(eq(organizationMembers.id, member.memberId));
    const { members } = await ask(tx, listOrganizationMembers, owner.actor, { organizationId });
    expect(members.map(({ name, hasTwoStep, isEnrolled }) => [name, hasTwoStep, isEnrolled])).toEqual([
      ["Betty Warden", true, false],
      ["Billy Warden", false, true],
      ["Brett Warden", false, false],
    ]);
  });

  test("ends each page where the next begins", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx, { seats: 100 });
    for (let i = 0; i < 60; i += 1)
      await aMemberOf(
        tx,
        organizationId,
        { userId: owner.userId, email: `m${String(i).padStart(2, "0")}@cobalt.example` },
        { status: "invited" },
      );
    const first = await ask(tx, listOrganizationMembers, owner.actor, { organizationId });
    const second = await ask(tx, listOrganizationMembers, owner.actor, {
      organizationId,
      cursor: first.next,
    });
    expect([first.members.length, second.members.length, second.next]).toEqual([50, 12, null]);
    const ids = new Set([...first.members, ...second.members].map(({ id }) => id));
    expect(ids.size).toBe(62);
  });
});
