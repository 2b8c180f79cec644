import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { clientVisits } from "@/db/schema/client-visits";
import { jobs } from "@/db/schema/jobs";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import { execute } from "@/lib/operations/command";
import { getProviderKey } from "@/lib/operations/key/get-provider-key";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { changeProviderMemberRole } from "@/lib/operations/provider/change-member-role";
import { confirmProviderMembers } from "@/lib/operations/provider/confirm-members";
import { getMembersToConfirm } from "@/lib/operations/provider/get-members-to-confirm";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { resendProviderInvitations } from "@/lib/operations/provider/resend-invitations";
import { ask } from "@/lib/operations/query";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, mailsTo, memberRow, tokenMailedTo } from "@/test/mails";
import { aPerson, publicKey, sealedKey } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const wardens = {
  brett: "provider_admin, confirmed",
  betty: "service_user, confirmed",
  billy: "service_user, accepted",
} as const;
const invitations = (providerId: string, ...emails: string[]) =>
  ({ providerId, emails, role: "service_user" }) as const;

describe("inviting", () => {
  test("an admin invites several, each with a link; who is there already is told", async ({ tx }) => {
    const { providerId, brett, betty } = await aProviderWith(tx, wardens);
    await execute(tx, inviteProviderMembers, brett.actor, invitations(providerId, "one@provider.example"));
    const { rows } = await execute(
      tx,
      inviteProviderMembers,
      brett.actor,
      invitations(providerId, "two@provider.example", betty.email, "one@provider.example"),
    );

    expect(rows).toEqual([
      { email: "two@provider.example", outcome: "invited" },
      { email: betty.email, outcome: "already_a_member" },
      { email: "one@provider.example", outcome: "already_invited" },
    ]);
    expect(await mailsTo(tx, "two@provider.example")).toMatchObject([
      { kind: "provider.invite", providerName: "My Provider", role: "service_user" },
    ]);
    expect(await eventsOf(tx)).toMatchObject([
      { type: "provider_member.invited", providerId },
      { type: "provider_member.invited", providerId, details: { email: "two@provider.example" } },
    ]);
  });

  test("nobody but a confirmed admin of this provider may, and nothing is written", async ({ tx }) => {
    const { providerId, betty, billy } = await aProviderWith(tx, wardens);
    const elsewhere = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
    const input = invitations(providerId, "one@provider.example");
    for (const { actor } of [betty, billy, elsewhere.brett])
      await expectRefused(tx, inviteProviderMembers, actor, input, "not_found");
    const unknown = invitations(randomUUID(), "one@provider.example");
    await expectRefused(tx, inviteProviderMembers, betty.actor, unknown, "not_found");
    expect(await tx.$count(jobs)).toBe(0);
  });

  test("an invitation is sent again while it is open; another provider's member refuses the whole", async ({
    tx,
  }) => {
    const { providerId, brett, dee, billy } = await aProviderWith(tx, {
      ...wardens,
      dee: "service_user, invited",
    });
    const elsewhere = await aProviderWith(tx, { ann: "service_user, invited" });
    const { rows } = await execute(tx, resendProviderInvitations, brett.actor, {
      providerId,
      memberIds: [dee.memberId, billy.memberId],
    });
    expect(rows.find(({ id }) => id === dee.memberId)?.refusal).toBe(null);
    expect(rows.find(({ id }) => id === billy.memberId)?.refusal).toBe("member_not_invited");
    expect(await eventsOf(tx)).toMatchObject([{ type: "provider_member.reinvited" }]);

    const memberIds = [dee.memberId, elsewhere.ann.memberId];
    await expectRefused(tx, resendProviderInvitations, brett.actor, { providerId, memberIds }, "not_found");
    expect(await mailsTo(tx, elsewhere.ann.email)).toEqual([]);
  });
});

describe("accepting", () => {
  test("whoever was invited accepts, and every admin is told", async ({ tx }) => {
    const { providerId, brett, betty } = await aProviderWith(tx, wardens);
    const dee = await aPerson(tx, "Dee", { email: "dee@provider.example" });
    await execute(tx, inviteProviderMembers, brett.actor, invitations(providerId, dee.email));
    const token = await tokenMailedTo(tx, dee.email);
    await execute(tx, acceptProviderInvitation, dee.actor, { token });

    const [row] = await tx.select().from(providerMembers).where(eq(providerMembers.userId, dee.userId));
    expect(row).toMatchObject({ status: "accepted", email: null, providerKeyForMember: null });
    expect(await mailsTo(tx, brett.email)).toMatchObject([{ kind: "provider.accepted", who: dee.email }]);
    expect(await mailsTo(tx, betty.email)).toEqual([]);
    expect(await eventsOf(tx)).toContainEqual(
      expect.objectContaining({ type: "provider_member.accepted", actorId: dee.userId }),
    );
    await expectRefused(tx, acceptProviderInvitation, dee.actor, { token }, "link_used");
  });

  test("another account is refused by name of both addresses", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const eve = await aPerson(tx, "Eve", { email: "eve@provider.example" });
    await execute(tx, inviteProviderMembers, brett.actor, invitations(providerId, "dee@provider.example"));
    const token = await tokenMailedTo(tx, "dee@provider.example");
    await expect(execute(tx, acceptProviderInvitation, eve.actor, { token })).rejects.toMatchObject({
      refusal: "email_does_not_match",
      values: { invited: "dee@provider.example", yours: "eve@provider.example" },
    });
    expect(await tx.$count(providerMembers, eq(providerMembers.userId, eve.userId))).toBe(0);
  });

  test("who has accepted already, or is there by another row, accepts nothing more", async ({ tx }) => {
    const { providerId, billy, betty, gone } = await aProviderWith(tx, {
      ...wardens,
      gone: "provider_admin, invited",
    });
    const linkOf = ({ email }: { email: string }, providerMemberId: typeof gone.memberId) =>
      issueToken(tx, { purpose: "provider_member", email, providerMemberId }, new Date());
    const again = { token: await linkOf(billy, billy.memberId) };
    await expectRefused(tx, acceptProviderInvitation, billy.actor, again, "already_accepted");
    const second = { token: await linkOf(betty, gone.memberId) };
    await expectRefused(tx, acceptProviderInvitation, betty.actor, second, "already_a_member");
    expect(await tx.$count(providerMembers, eq(providerMembers.providerId, providerId))).toBe(4);
  });

  test("proves the address that the letter went to", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const dee = await aPerson(tx, "Dee", { email: "dee@provider.example", emailVerifiedAt: null });
    await execute(tx, inviteProviderMembers, brett.actor, invitations(providerId, dee.email));
    await execute(tx, acceptProviderInvitation, dee.actor, { token: await tokenMailedTo(tx, dee.email) });
    const [account] = await tx.select().from(users).where(eq(users.id, dee.userId));
    expect(account?.emailVerifiedAt).not.toBeNull();
  });

  test("the link of a withdrawn invitation leads nowhere", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const dee = await aPerson(tx, "Dee", { email: "dee@provider.example" });
    await execute(tx, inviteProviderMembers, brett.actor, invitations(providerId, dee.email));
    const token = await tokenMailedTo(tx, dee.email);
    const [row] = await tx.select().from(providerMembers).where(eq(providerMembers.email, dee.email));
    if (!row) throw new Error("nobody was invited");
    await execute(tx, removeProviderMembers, brett.actor, { providerId, memberIds: [row.id] });
    await expectRefused(tx, acceptProviderInvitation, dee.actor, { token }, "link_unknown");
    expect((await eventsOf(tx)).map(({ type }) => type)).toEqual([
      "provider_member.invited",
      "provider_member.withdrawn",
    ]);
  });
});

describe("confirming", () => {
  test("an admin confirms with the key sealed for the member, and the log says so", async ({ tx }) => {
    const { providerId, brett, billy } = await aProviderWith(tx, wardens);
    const toConfirm = await ask(tx, getMembersToConfirm, brett.actor, { providerId });
    expect(toConfirm).toMatchObject([{ memberId: billy.memberId, publicKey: billy.publicKey }]);

    const providerKeyForMember = sealedKey();
    const { memberId } = billy;
    await execute(tx, confirmProviderMembers, brett.actor, {
      providerId,
      people: [{ memberId, publicKey: billy.publicKey, providerKeyForMember }],
    });
    expect(await memberRow(tx, memberId)).toMatchObject({ status: "confirmed", providerKeyForMember });
    expect(await mailsTo(tx, billy.email)).toMatchObject([{ kind: "provider.confirmed" }]);
    expect(await eventsOf(tx)).toMatchObject([{ type: "provider_member.confirmed", userId: billy.userId }]);
    expect(await ask(tx, getProviderKey, billy.actor, { providerId })).toMatchObject({
      providerKeyForMember,
    });
  });

  test("a key that changed since it was shown is not sealed to", async ({ tx }) => {
    const { providerId, brett, billy } = await aProviderWith(tx, wardens);
    await tx.update(users).set({ publicKey: publicKey() }).where(eq(users.id, billy.userId));
    const input = {
      providerId,
      people: [{ memberId: billy.memberId, publicKey: billy.publicKey, providerKeyForMember: sealedKey() }],
    };
    await expectRefused(tx, confirmProviderMembers, brett.actor, input, "public_key_changed");
    expect(await memberRow(tx, billy.memberId)).toMatchObject({
      status: "accepted",
      providerKeyForMember: null,
    });
  });

  test("of several, each gets their own key, and whose key changed is told", async ({ tx }) => {
    const { providerId, brett, billy, dee, ann } = await aProviderWith(tx, {
      ...wardens,
      dee: "service_user, accepted",
      ann: "service_user, accepted",
    });
    const person = ({ memberId, publicKey }: typeof billy) => ({
      memberId,
      publicKey,
      providerKeyForMember: sealedKey(),
    });
    const people = [billy, dee, ann].map(person);
    await tx.update(users).set({ publicKey: publicKey() }).where(eq(users.id, dee.userId));
    const { rows } = await execute(tx, confirmProviderMembers, brett.actor, { providerId, people });
    expect(rows.filter(({ refusal }) => refusal !== null)).toEqual([
      { id: dee.memberId, refusal: "public_key_changed" },
    ]);
    for (const who of [billy, ann])
      expect(await memberRow(tx, who.memberId)).toMatchObject({
        status: "confirmed",
        providerKeyForMember: people.find(({ memberId }) => memberId === who.memberId)?.providerKeyForMember,
      });
    expect(await memberRow(tx, dee.memberId)).toMatchObject({ status: "accepted" });
    expect(await eventsOf(tx)).toHaveLength(2);
  });

  test("only who has accepted, once, and by an admin of the same provider", async ({ tx }) => {
    const { providerId, brett, betty, billy, dee } = await aProviderWith(tx, {
      ...wardens,
      dee: "service_user, invited",
    });
    const elsewhere = await aProviderWith(tx, { ann: "provider_admin, confirmed" });
    const inputFor = (member: typeof billy) => ({
      providerId,
      people: [{ memberId: member.memberId, publicKey: member.publicKey, providerKeyForMember: sealedKey() }],
    });
    await expectRefused(tx, confirmProviderMembers, brett.actor, inputFor(dee), "member_not_accepted");
    await expectRefused(tx, confirmProviderMembers, brett.actor, inputFor(betty), "member_already_confirmed");
    await expectRefused(tx, confirmProviderMembers, brett.actor, inputFor(elsewhere.ann), "not_found");
    for (const { actor } of [betty, billy, elsewhere.ann])
      await expectRefused(tx, confirmProviderMembers, actor, inputFor(billy), "not_found");
    expect(await memberRow(tx, billy.memberId)).toMatchObject({ status: "accepted" });
  });

  test("the provider key is served to confirmed members only", async ({ tx }) => {
    const { providerId, betty, billy } = await aProviderWith(tx, wardens);
    expect(await ask(tx, getProviderKey, betty.actor, { providerId })).toHaveProperty("providerKeyForMember");
    const refused = { name: "NotFound" };
    await expect(ask(tx, getProviderKey, billy.actor, { providerId })).rejects.toMatchObject(refused);
    await expect(ask(tx, getMembersToConfirm, betty.actor, { providerId })).rejects.toMatchObject(refused);
  });
});

describe("roles", () => {
  test("an admin makes another, and may step back then", async ({ tx }) => {
    const { providerId, brett, betty } = await aProviderWith(tx, wardens);
    const role = "provider_admin";
    await execute(tx, changeProviderMemberRole, brett.actor, { providerId, memberId: betty.memberId, role });
    const back = { providerId, memberId: brett.memberId, role: "service_user" } as const;
    await execute(tx, changeProviderMemberRole, brett.actor, back);
    expect(await memberRow(tx, betty.memberId)).toMatchObject({ role: "provider_admin" });
    expect(await memberRow(tx, brett.memberId)).toMatchObject({ role: "service_user" });
    expect((await eventsOf(tx)).map(({ type }) => type)).toEqual([
      "provider_member.updated",
      "provider_member.updated",
    ]);
  });

  test("the last confirmed admin stays one, whoever else has been made admin but not confirmed", async ({
    tx,
  }) => {
    const { providerId, brett } = await aProviderWith(tx, {
      brett: "provider_admin, confirmed",
      billy: "provider_admin, accepted",
    });
    const input = { providerId, memberId: brett.memberId, role: "service_user" } as const;
    await expectRefused(tx, changeProviderMemberRole, brett.actor, input, "last_provider_admin");
    expect(await memberRow(tx, brett.memberId)).toMatchObject({ role: "provider_admin" });
  });

  test("the role that somebody has already changes nothing, and nothing is logged", async ({ tx }) => {
    const { providerId, brett, betty } = await aProviderWith(tx, wardens);
    const input = { providerId, memberId: betty.memberId, role: "service_user" } as const;
    expect(await execute(tx, changeProviderMemberRole, brett.actor, input)).toMatchObject({ changed: false });
    expect(await eventsOf(tx)).toEqual([]);
  });

  test("a service user changes nobody's role, not even in their own favour", async ({ tx }) => {
    const { providerId, betty } = await aProviderWith(tx, wardens);
    const input = { providerId, memberId: betty.memberId, role: "provider_admin" } as const;
    await expectRefused(tx, changeProviderMemberRole, betty.actor, input, "not_found");
  });
});

describe("removing", () => {
  test("somebody removed is told, and their visits to clients end", async ({ tx }) => {
    const { providerId, brett, betty } = await aProviderWith(tx, wardens);
    const organizationId = await aClientOf(tx, providerId);
    await tx.insert(clientVisits).values({
      providerId,
      organizationId,
      userId: betty.userId,
      sessionId: betty.actor.sessionId,
      startedAt: new Date(),
    });
    await execute(tx, removeProviderMembers, brett.actor, { providerId, memberIds: [betty.memberId] });

    expect(await memberRow(tx, betty.memberId)).toBeNull();
    expect((await tx.select().from(clientVisits))[0]?.endedAt).not.toBeNull();
    expect(await mailsTo(tx, betty.email)).toMatchObject([{ kind: "provider.removed" }]);
    expect(await eventsOf(tx)).toMatchObject([
      { type: "client.left", userId: betty.userId, providerId },
      { type: "organization.left_by_provider", userId: betty.userId, organizationId },
      { type: "provider_member.removed", userId: betty.userId, details: { email: betty.email } },
    ]);
    await expect(ask(tx, getProviderKey, betty.actor, { providerId })).rejects.toMatchObject({
      name: "NotFound",
    });
  });

  test("nobody removes themselves, and of two admins one may remove the other", async ({ tx }) => {
    const { providerId, brett, ann } = await aProviderWith(tx, {
      brett: "provider_admin, confirmed",
      ann: "provider_admin, confirmed",
    });
    const brettRef = { providerId, memberIds: [brett.memberId] };
    await expectRefused(tx, removeProviderMembers, brett.actor, brettRef, "cannot_remove_yourself");
    await execute(tx, removeProviderMembers, brett.actor, { providerId, memberIds: [ann.memberId] });
    await expectRefused(tx, removeProviderMembers, ann.actor, brettRef, "not_found");
    expect(await memberRow(tx, brett.memberId)).not.toBeNull();
  });

  test("of several, those whom it does not fit stay and are told, and the others go", async ({ tx }) => {
    const { providerId, brett, betty, billy } = await aProviderWith(tx, wardens);
    const memberIds = [brett.memberId, betty.memberId, billy.memberId];
    const { rows } = await execute(tx, removeProviderMembers, brett.actor, { providerId, memberIds });
    expect(new Map(rows.map(({ id, refusal }) => [id, refusal]))).toEqual(
      new Map([
        [brett.memberId, "cannot_remove_yourself"],
        [betty.memberId, null],
        [billy.memberId, null],
      ]),
    );
    expect(await memberRow(tx, brett.memberId)).not.toBeNull();
    for (const { memberId } of [betty, billy]) expect(await memberRow(tx, memberId)).toBeNull();
    expect((await eventsOf(tx)).map(({ userId }) => userId).sort()).toEqual(
      [betty.userId, billy.userId].sort(),
    );
  });

  test("one among several that is nobody's here leaves all as they are", async ({ tx }) => {
    const { providerId, brett, betty } = await aProviderWith(tx, wardens);
    const elsewhere = await aProviderWith(tx, { ann: "service_user, confirmed" });
    const input = { providerId, memberIds: [betty.memberId, elsewhere.ann.memberId] };
    await expectRefused(tx, removeProviderMembers, brett.actor, input, "not_found");
    expect(await memberRow(tx, betty.memberId)).not.toBeNull();
  });

  test("another provider's member is as unknown as nobody", async ({ tx }) => {
    const { providerId, brett, betty } = await aProviderWith(tx, wardens);
    const elsewhere = await aProviderWith(tx, { ann: "service_user, confirmed" });
    for (const memberId of [elsewhere.ann.memberId, randomUUID()])
      await expectRefused(
        tx,
        removeProviderMembers,
        brett.actor,
        { providerId, memberIds: [memberId] },
        "not_found",
      );
    const own = { providerId, memberIds: [brett.memberId] };
    await expectRefused(tx, removeProviderMembers, betty.actor, own, "not_found");
    expect(await memberRow(tx, elsewhere.ann.memberId)).not.toBeNull();
  });
});
