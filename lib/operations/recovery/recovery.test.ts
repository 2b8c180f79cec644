import { and, eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { events } from "@/db/schema/events";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import { providerMembers } from "@/db/schema/provider-members";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { features } from "@/lib/domain/organization/plans";
import { execute } from "@/lib/operations/command";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { previewPolicy } from "@/lib/operations/organization/preview-policy";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { restoreOrganizationMembers } from "@/lib/operations/organization/restore-members";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";
import { setPolicy } from "@/lib/operations/organization/set-policy";
import { vouchForMember } from "@/lib/operations/organization/vouch-for-member";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { ask } from "@/lib/operations/query";
import { approveRecovery } from "@/lib/operations/recovery/approve";
import { askRecovery } from "@/lib/operations/recovery/ask";
import { enrolInRecovery } from "@/lib/operations/recovery/enrol-in";
import { listEnrolled } from "@/lib/operations/recovery/list-enrolled";
import { listMyRecoveries } from "@/lib/operations/recovery/list-my-recoveries";
import { openRecovery } from "@/lib/operations/recovery/open-recovery";
import { recoverMember } from "@/lib/operations/recovery/recover-member";
import { setRecoveryWait } from "@/lib/operations/recovery/set-wait";
import { takeBackRecovery } from "@/lib/operations/recovery/take-back";
import { withdrawFromRecovery } from "@/lib/operations/recovery/withdraw-from";
import { makeKeyring } from "@/lib/vault/keyring";
import { answerRecovery as answer } from "@/test/answer-recovery";
import { test } from "@/test/database";
import { queuedMails, tokenMailedTo } from "@/test/mails";
import { aVisit } from "@/test/organization";
import { sealedKey } from "@/test/people";
import { aPolicy } from "@/test/policies";
import { aPersona, aSealedClient, confirm, openKeyOf, type Persona } from "@/test/sealed-world";
import { passwordOf } from "@/test/vault";

const expectRefused = (act: Promise<unknown>, refusal: string) =>
  expect(act).rejects.toMatchObject({ refusal });

/** A client whose policy is on, with a member who is enrolled by their own browser. */
async function anEnrolment(tx: Tx, autoEnrollEnabled = false) {
  const world = await aSealedClient(tx, { items: 0 });
  const { organizationId } = world;
  await tx
    .update(organizations)
    .set({ features: [...features] })
    .where(eq(organizations.id, organizationId));
  await aPolicy(tx, organizationId, "account_recovery", { autoEnrollEnabled });
  const member = await aPersona(tx, "Member", "member@cobalt.example");
  const memberId = await confirm(tx, world, member);
  const served = await openKeyOf(tx, organizationId, member);
  const ref = `organization:${organizationId}` as const;
  const target = { organizationId, memberId };
  const enrol = async () =>
    execute(tx, enrolInRecovery, member.actor, {
      organizationId,
      organizationKeyId: served.organizationKeyId,
      userKeyForOrganization: await member.vault.enrol("user", ref, served),
    });
  await enrol();
  /** As a browser does it: it is handed the keys, and sends what it has made of them. */
  const begin = async (by: Persona) => {
    const { email, kdf, mark, person: _, ...keys } = await execute(tx, openRecovery, by.actor, target);
    const pair = await openKeyOf(tx, organizationId, by);
    const next = { email, kdf, password: "a temporary one" };
    const sealed = await by.vault.recover(ref, pair, keys, next);
    return { next, send: () => execute(tx, recoverMember, by.actor, { ...target, mark, ...sealed }) };
  };
  const recover = async (by: Persona) => {
    const { next, send } = await begin(by);
    await send();
    return next;
  };
  return { ...world, member, memberId, enrol, begin, recover, target };
}

/** The rows of those who can be recovered. */
async function enrolledIn(tx: Tx, by: Persona, target: { organizationId: OrganizationId }) {
  const { members } = await ask(tx, listEnrolled, by.actor, target);
  return members.filter(({ isEnrolled }) => isEnrolled);
}

test("the list says who cannot be recovered, and whose browser is still to enrol them", async ({ tx }) => {
  const { organizationId, admin, owner, memberId, target } = await anEnrolment(tx, true);
  await tx.update(organizationMembers).set({ userKeyForOrganization: null });
  const rows = async () => (await ask(tx, listEnrolled, owner.actor, target)).members;
  const rowOf = async () => (await rows()).find(({ id }) => id === memberId);
  expect(await rowOf()).toMatchObject({
    isEnrolled: false,
    isOwed: true,
    may: { recover: false, ask: false },
  });
  await tx
    .update(policies)
    .set({ data: { autoEnrollEnabled: false } })
    .where(and(eq(policies.organizationId, organizationId), eq(policies.type, "account_recovery")));
  expect(await rowOf()).toMatchObject({ isEnrolled: false, isOwed: false });
  const asProvider = await ask(tx, listEnrolled, admin.actor, target);
  expect(asProvider.members.find(({ id }) => id === memberId)?.may.ask).toBe(false);
});

test("an owner recovers a member, who opens their vault with the temporary password and has to change it", async ({
  tx,
}) => {
  const { owner, member, recover, target } = await anEnrolment(tx);
  await expectRefused(execute(tx, askRecovery, owner.actor, target), "recovery_needs_no_asking");
  const next = await recover(owner);
  const [account] = await tx.select().from(users).where(eq(users.id, member.userId));
  if (!account) throw new Error("the account is there");
  expect(account.mustChangePassword).toBe(true);
  await makeKeyring().unlock(next, account);
  await expect(makeKeyring().unlock(passwordOf(member.email), account)).rejects.toMatchObject({
    code: "wrong_password",
  });
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, member.actor.sessionId));
  expect(session?.endedAt).not.toBeNull();
  const log = (await tx.select().from(events).orderBy(events.sequence)).map(({ type }) => type);
  expect(log).toEqual([
    "organization_member.recovery_enrolled",
    "organization_member.recovery_opened",
    "organization_member.recovered",
  ]);
});

test.for(["another address", "other settings", "another user key"] as const)(
  "a recovery that was begun is not done once the account has %s, and can be begun anew",
  async (change, { tx }) => {
    const { owner, member, enrol, begin, recover } = await anEnrolment(tx);
    const stale = await begin(owner);
    const changing = {
      "another address": () => setAccount({ email: "moved@cobalt.example" }),
      "other settings": () => setAccount({ kdfIterations: 7 }),
      // Neither an enrolment nor a rotation of the user key changes the public key.
      "another user key": enrol,
    };
    const setAccount = (set: Partial<typeof users.$inferInsert>) =>
      tx.update(users).set(set).where(eq(users.id, member.userId));
    await changing[change]();
    await expectRefused(stale.send(), "account_changed");
    const next = await recover(owner);
    const [account] = await tx.select().from(users).where(eq(users.id, member.userId));
    if (!account) throw new Error("the account is there");
    await makeKeyring().unlock(next, account);
  },
);

test("whoever is handed the sealed key stands in the log each time, and the member is told once a day", async ({
  tx,
}) => {
  const { admin, owner, target } = await anEnrolment(tx);
  const opened = async () => {
    const mails = (await queuedMails(tx)).filter(({ kind }) => kind === "account.recovery_opened");
    const isOpened = eq(events.type, "organization_member.recovery_opened");
    return [await tx.$count(events, isOpened), mails.length];
  };
  await expectRefused(execute(tx, openRecovery, admin.actor, target), "recovery_not_asked");
  expect(await opened()).toEqual([0, 0]);
  for (const times of [1, 2]) {
    await execute(tx, openRecovery, owner.actor, target);
    expect(await opened()).toEqual([times, 1]);
  }
  await tx.update(events).set({ at: new Date(Date.now() - 25 * 3_600_000) });
  await execute(tx, openRecovery, owner.actor, target);
  expect(await opened()).toEqual([3, 2]);
});

test("the provider asks, an owner approves, and only then it is done", async ({ tx }) => {
  const { admin, owner, member, begin, recover, target } = await anEnrolment(tx);
  await expectRefused(recover(admin), "recovery_not_asked");
  await execute(tx, askRecovery, admin.actor, target);
  await expectRefused(recover(admin), "recovery_not_approved");
  await expect(answer(tx, approveRecovery, admin, target)).rejects.toThrow();
  const members = await enrolledIn(tx, owner, target);
  expect(members).toMatchObject([{ may: { approve: true } }]);
  await answer(tx, approveRecovery, owner, target);
  const told = (await queuedMails(tx)).filter(({ kind }) => kind === "organization.recovery_approved");
  expect(told).toMatchObject([{ recipient: "brett@cobalt.provider.example" }]);
  await expectRefused(answer(tx, approveRecovery, owner, target), "recovery_approved_already");
  await expectRefused(execute(tx, askRecovery, admin.actor, target), "recovery_asked_already");
  const { next, send } = await begin(admin);
  await send();
  expect(await tx.$count(accountRecoveries)).toBe(0);
  // The answer was lost, and the browser sends the same again. Another password is another recovery.
  await send();
  await expectRefused(recover(admin), "recovery_not_asked");
  expect(await tx.$count(events, eq(events.type, "organization_member.recovered"))).toBe(1);
  const [account] = await tx.select().from(users).where(eq(users.id, member.userId));
  if (account) await makeKeyring().unlock(next, account);
});

test("an answer goes to the request that was shown, and to no other", async ({ tx }) => {
  const { organizationId, providerId, admin, owner, target } = await anEnrolment(tx);
  const colleague = await aPersona(tx, "Betty Warden", "betty@cobalt.provider.example");
  await tx.insert(providerMembers).values({
    providerId,
    userId: colleague.userId,
    role: "service_user",
    status: "confirmed",
    providerKeyForMember: sealedKey(),
  });
  await aVisit(tx, organizationId, providerId, colleague);
  const shownNow = async () => {
    const { members } = await ask(tx, listEnrolled, owner.actor, { organizationId });
    const waits = members.find(({ id }) => id === target.memberId)?.waits;
    if (!waits) throw new Error("a request is shown");
    const { askedBy, askedAt } = waits;
    return { ...target, askedBy, askedAt };
  };
  await execute(tx, askRecovery, admin.actor, target);
  const shown = await shownNow();
  await answer(tx, takeBackRecovery, admin, target);
  await execute(tx, askRecovery, colleague.actor, target);
  const refused = "recovery_asked_anew";
  await expectRefused(execute(tx, approveRecovery, owner.actor, shown), refused);
  await expectRefused(execute(tx, takeBackRecovery, owner.actor, shown), refused);
  await expectRefused(execute(tx, openRecovery, colleague.actor, target), "recovery_not_approved");
  // One of the same person, made later, is another one too.
  const earlier = { ...(await shownNow()), askedAt: shown.askedAt };
  await expectRefused(execute(tx, approveRecovery, owner.actor, earlier), refused);
  await execute(tx, approveRecovery, owner.actor, await shownNow());
  await execute(tx, openRecovery, colleague.actor, target);
});

test("a waiting time is kept, and the member takes it back meanwhile", async ({ tx }) => {
  const { organizationId, owner, member, recover, target } = await anEnrolment(tx);
  await tx.update(organizations).set({ recoveryWaitHours: 24 }).where(eq(organizations.id, organizationId));
  await execute(tx, askRecovery, owner.actor, target);
  await expectRefused(recover(owner), "recovery_waits");
  await expectRefused(answer(tx, approveRecovery, owner, target), "recovery_needs_no_approval");
  await answer(tx, takeBackRecovery, member, target);
  await expectRefused(recover(owner), "recovery_not_asked");
  await execute(tx, askRecovery, owner.actor, target);
  const longAgo = new Date(Date.now() - 24 * 3_600_000);
  await tx.update(accountRecoveries).set({ askedAt: longAgo, readyAt: longAgo });
  await recover(owner);
});

test("a recovery can be done for fourteen days once it is ready; then it is as if nobody had asked", async ({
  tx,
}) => {
  const { admin, owner, member, recover, target } = await anEnrolment(tx);
  const day = 24 * 3_600_000;
  const ago = (days: number) => new Date(Date.now() - days * day);
  await execute(tx, askRecovery, admin.actor, target);
  await answer(tx, approveRecovery, owner, target);
  await tx.update(accountRecoveries).set({ askedAt: ago(20), readyAt: ago(20), approvedAt: ago(14) });
  await expectRefused(recover(admin), "recovery_not_asked");
  const members = await enrolledIn(tx, owner, target);
  expect(members).toMatchObject([{ waits: null, may: { approve: false, takeBack: false } }]);
  expect(await ask(tx, listMyRecoveries, member.actor, {})).toMatchObject([{ askedFor: null }]);
  await expect(answer(tx, takeBackRecovery, owner, target)).rejects.toThrow("not_found");
  await execute(tx, askRecovery, admin.actor, target);
  await expectRefused(recover(admin), "recovery_not_approved");
  await answer(tx, approveRecovery, owner, target);
  const approvedAt = ago(13);
  await tx.update(accountRecoveries).set({ askedAt: ago(20), readyAt: ago(20), approvedAt });
  const usableUntil = new Date(Number(approvedAt) + 14 * day);
  expect(await enrolledIn(tx, owner, target)).toMatchObject([{ waits: { isReady: true, usableUntil } }]);
  await recover(admin);
});

test("shortening the waiting time helps nobody, and making it longer holds up what was asked for", async ({
  tx,
}) => {
  const { organizationId, owner, recover, target } = await anEnrolment(tx);
  const setWait = (hours: number) => execute(tx, setRecoveryWait, owner.actor, { organizationId, hours });
  await setWait(24);
  await execute(tx, askRecovery, owner.actor, target);
  await setWait(0);
  const members = await enrolledIn(tx, owner, target);
  expect(Number(members[0]?.waits?.readyAt)).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  await tx
    .update(accountRecoveries)
    .set({ askedAt: new Date(Date.now() - 25 * 3_600_000), readyAt: new Date() });
  await setWait(72);
  await expectRefused(recover(owner), "recovery_waits");
  await setWait(24);
  await recover(owner);
});

test("setting the waiting time that is there already is no event", async ({ tx }) => {
  const { organizationId, owner } = await anEnrolment(tx);
  const setWait = () => execute(tx, setRecoveryWait, owner.actor, { organizationId, hours: 24 });
  const inLog = () => tx.$count(events, eq(events.type, "organization.recovery_wait_changed"));
  await setWait();
  expect(await inLog()).toBe(1);
  await setWait();
  expect(await inLog()).toBe(1);
});

test("owners who are of the provider's team, or who have asked themselves, approve nothing", async ({
  tx,
}) => {
  const world = await anEnrolment(tx);
  const { providerId, admin, owner, recover, target } = world;
  const approve = (by: Persona) => answer(tx, approveRecovery, by, target);
  const colleague = await aPersona(tx, "Colleague", "colleague@cobalt.provider.example");
  const colleagueId = await confirm(tx, world, colleague, "owner");
  await execute(tx, askRecovery, admin.actor, target);

  // Their place is the provider's.
  await tx
    .update(organizationMembers)
    .set({ placeOfProvider: providerId, approvedAt: new Date() })
    .where(eq(organizationMembers.id, colleagueId));
  await expectRefused(approve(colleague), "approver_of_provider");
  await expectRefused(recover(colleague), "recovery_asked_by_another");

  // Their place is their own, and their account is in the team.
  await tx
    .update(organizationMembers)
    .set({ placeOfProvider: null })
    .where(eq(organizationMembers.id, colleagueId));
  await approve(colleague);
  await tx.insert(providerMembers).values({
    providerId,
    userId: colleague.userId,
    role: "service_user",
    status: "confirmed",
    providerKeyForMember: sealedKey(),
  });
  // What they approved before they joined the team counts no more.
  await expectRefused(recover(admin), "recovery_not_approved");
  await expectRefused(approve(colleague), "approver_of_provider");

  // Whoever asked has come back as an owner.
  await tx.delete(providerMembers).where(eq(providerMembers.userId, colleague.userId));
  await tx.update(accountRecoveries).set({ askedBy: colleague.userId, approvedBy: null, approvedAt: null });
  await expectRefused(approve(colleague), "recovery_asked_by_you");
  await tx.update(accountRecoveries).set({ askedBy: admin.userId });
  await expectRefused(recover(admin), "recovery_not_approved");
  await approve(owner);
  await recover(admin);
});

test("an invitation into the team takes nothing from an owner", async ({ tx }) => {
  const { providerId, admin, owner, recover, target } = await anEnrolment(tx);
  await execute(tx, askRecovery, admin.actor, target);
  await execute(tx, inviteProviderMembers, admin.actor, {
    providerId,
    emails: [owner.email],
    role: "service_user",
  });
  await answer(tx, approveRecovery, owner, target);
  await recover(admin);
  await recover(owner);
});

/** Somebody who was invited has accepted; answers their place. */
async function acceptedAs(tx: Tx, organizationId: OrganizationId, { email, userId }: Persona) {
  const [row] = await tx
    .update(organizationMembers)
    .set({ status: "accepted", userId, email: null })
    .where(and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.email, email)))
    .returning({ memberId: organizationMembers.id });
  if (!row) throw new Error("nobody was invited");
  return row.memberId;
}

/** Whom the provider makes an owner, and how. */
const waysIn = ["confirmed", "raised", "restored"] as const;
test.for(waysIn)(
  "an owner whom the provider has %s approves nothing, and asks as it does",
  async (way, { tx }) => {
    const world = await anEnrolment(tx);
    const { organizationId, keyId, admin, owner, recover, target } = world;
    const friend = await aPersona(tx, "Friend", "friend@mail.example");
    const letIn = {
      confirmed: async () => {
        await execute(tx, inviteOrganizationMembers, admin.actor, {
          organizationId,
          emails: [friend.email],
          role: "owner",
          collections: [],
        });
        const friendId = await acceptedAs(tx, organizationId, friend);
        const { sealed } = await admin.vault.sealKeyFor(`organization:${organizationId}`, {
          ...friend,
          knownPublicKey: null,
        });
        const person = { memberId: friendId, publicKey: friend.publicKey, organizationKeyForMember: sealed };
        await execute(tx, confirmOrganizationMembers, admin.actor, {
          organizationId,
          organizationKeyId: keyId,
          people: [person],
        });
        await openKeyOf(tx, organizationId, friend);
        return friendId;
      },
      raised: async () => {
        const friendId = await confirm(tx, world, friend);
        await setRole(admin, friendId, "owner");
        return friendId;
      },
      restored: async () => {
        const friendId = await confirm(tx, world, friend, "owner");
        const which = { organizationId, memberIds: [friendId] };
        await execute(tx, revokeOrganizationMembers, admin.actor, which);
        await execute(tx, restoreOrganizationMembers, admin.actor, which);
        return friendId;
      },
    };
    const setRole = (by: Persona, memberId: OrganizationMemberId, role: OrganizationRole) =>
      execute(tx, changeOrganizationMemberRole, by.actor, {
        organizationId,
        memberId,
        role,
        permissions: [],
      });
    const friendId = await letIn[way]();

    await execute(tx, askRecovery, admin.actor, target);
    await expectRefused(answer(tx, approveRecovery, friend, target), "approver_of_provider");
    await expectRefused(recover(friend), "recovery_asked_by_another");
    await answer(tx, takeBackRecovery, owner, target);
    await expectRefused(recover(friend), "recovery_not_asked");

    // An owner of the client vouches for them: from then on they are a check of the provider.
    await execute(tx, vouchForMember, owner.actor, { organizationId, memberId: friendId });
    await execute(tx, askRecovery, admin.actor, target);
    await answer(tx, approveRecovery, friend, target);
    await recover(admin);
    await recover(friend);
  },
);

test("the first owner of a client counts, whoever confirmed them", async ({ tx }) => {
  const { organizationId, keyId, admin, owner, recover, target } = await anEnrolment(tx);
  const ofOwner = eq(organizationMembers.userId, owner.userId);
  const [row] = await tx
    .update(organizationMembers)
    .set({ status: "accepted", organizationKeyForMember: null, organizationKeyId: null })
    .where(ofOwner)
    .returning({ memberId: organizationMembers.id });
  const { sealed } = await admin.vault.sealKeyFor(`organization:${organizationId}`, {
    ...owner,
    knownPublicKey: null,
  });
  const people = row ? [{ ...row, publicKey: owner.publicKey, organizationKeyForMember: sealed }] : [];
  await execute(tx, confirmOrganizationMembers, admin.actor, {
    organizationId,
    organizationKeyId: keyId,
    people,
  });
  await execute(tx, askRecovery, admin.actor, target);
  await answer(tx, approveRecovery, owner, target);
  await recover(admin);
});

test("an approval is for whoever asked, and for the role that the member had", async ({ tx }) => {
  const { organizationId, providerId, admin, owner, memberId, begin, recover, target } =
    await anEnrolment(tx);
  const colleague = await aPersona(tx, "Colleague", "colleague@cobalt.provider.example");
  await tx.insert(providerMembers).values({
    providerId,
    userId: colleague.userId,
    role: "service_user",
    status: "confirmed",
    providerKeyForMember: sealedKey(),
  });
  await aVisit(tx, organizationId, providerId, colleague);
  await execute(tx, askRecovery, admin.actor, target);
  await answer(tx, approveRecovery, owner, target);
  await expectRefused(execute(tx, openRecovery, colleague.actor, target), "recovery_asked_by_another");
  const begun = await begin(admin);

  await tx.update(organizationMembers).set({ role: "admin" }).where(eq(organizationMembers.id, memberId));
  await expectRefused(begun.send(), "recovery_not_asked");
  await expectRefused(execute(tx, openRecovery, admin.actor, target), "recovery_not_asked");
  await execute(tx, askRecovery, admin.actor, target);
  await expectRefused(recover(admin), "recovery_not_approved");
  await answer(tx, approveRecovery, owner, target);
  await recover(admin);
});

test.for(["removed", "revoked", "demoted"] as const)(
  "what an owner has approved who was %s since is approved no more",
  async (what, { tx }) => {
    const world = await anEnrolment(tx);
    const { organizationId, admin, owner, recover, target } = world;
    const second = await aPersona(tx, "Second", "second@cobalt.example");
    const memberId = await confirm(tx, world, second, "owner");
    const members = { organizationId, memberIds: [memberId] };
    await execute(tx, askRecovery, admin.actor, target);
    await answer(tx, approveRecovery, second, target);
    await {
      removed: () => execute(tx, removeOrganizationMembers, owner.actor, members),
      revoked: () => execute(tx, revokeOrganizationMembers, owner.actor, members),
      demoted: () =>
        execute(tx, changeOrganizationMemberRole, owner.actor, {
          organizationId,
          memberId,
          role: "admin",
          permissions: [],
        }),
    }[what]();
    await expectRefused(recover(admin), "recovery_not_approved");
    await answer(tx, approveRecovery, owner, target);
    await recover(admin);
  },
);

test("a revoked member is out of reach, and what was asked for about them is gone", async ({ tx }) => {
  const { organizationId, admin, owner, memberId, begin, recover, target } = await anEnrolment(tx);
  const members = { organizationId, memberIds: [memberId] };
  const begun = await begin(owner);
  await execute(tx, askRecovery, admin.actor, target);
  await answer(tx, approveRecovery, owner, target);
  await execute(tx, revokeOrganizationMembers, owner.actor, members);
  for (const act of [
    () => begun.send(),
    () => recover(admin),
    () => execute(tx, askRecovery, admin.actor, target),
    () => answer(tx, approveRecovery, owner, target),
  ])
    await expect(act()).rejects.toThrow("not_found");
  expect(await enrolledIn(tx, owner, target)).toEqual([]);
  await execute(tx, restoreOrganizationMembers, owner.actor, members);
  await expectRefused(recover(admin), "recovery_not_asked");
});

test("turning the policy off ends what was asked for", async ({ tx }) => {
  const { organizationId, admin, owner, recover, target } = await anEnrolment(tx);
  await execute(tx, askRecovery, admin.actor, target);
  await answer(tx, approveRecovery, owner, target);
  const change = { organizationId, type: "account_recovery" as const, data: { autoEnrollEnabled: false } };
  await aPolicy(tx, organizationId, "single_organization");
  for (const enabled of [false, true]) {
    const { mark } = await ask(tx, previewPolicy, owner.actor, { ...change, enabled });
    await execute(tx, setPolicy, owner.actor, { ...change, enabled, preview: mark });
  }
  await expectRefused(recover(admin), "recovery_not_asked");
});

test("nobody recovers themselves, somebody of a higher rank, or somebody of a provider's team elsewhere", async ({
  tx,
}) => {
  const world = await anEnrolment(tx);
  const { organizationId, owner, member, memberId, recover, target } = world;
  const admin = await aPersona(tx, "Admin", "admin@cobalt.example");
  await confirm(tx, world, admin, "admin");
  await tx.update(organizationMembers).set({ role: "owner" }).where(eq(organizationMembers.id, memberId));
  await expectRefused(recover(admin), "rank_is_higher");
  await tx.update(organizationMembers).set({ role: "user" }).where(eq(organizationMembers.id, memberId));
  const elsewhere = await aSealedClient(tx, { items: 0, name: "quartz" });
  await confirm(tx, elsewhere, member, "admin");
  await expectRefused(recover(owner), "rank_is_higher");
  await tx
    .update(organizationMembers)
    .set({ role: "user" })
    .where(eq(organizationMembers.userId, member.userId));
  await tx.insert(providerMembers).values({
    providerId: elsewhere.providerId,
    userId: member.userId,
    role: "service_user",
    status: "confirmed",
    providerKeyForMember: sealedKey(),
  });
  await expectRefused(recover(owner), "rank_is_higher");
  await tx.delete(providerMembers).where(eq(providerMembers.userId, member.userId));
  const own = { organizationId, memberId };
  await tx.update(organizationMembers).set({ role: "owner" }).where(eq(organizationMembers.id, memberId));
  await expectRefused(execute(tx, openRecovery, member.actor, own), "cannot_recover_yourself");
  expect(await enrolledIn(tx, admin, target)).toMatchObject([{ id: memberId }]);
});

test("whoever withdraws is recovered by nobody; where everybody is enrolled, nobody withdraws", async ({
  tx,
}) => {
  const { organizationId, owner, member, recover } = await anEnrolment(tx);
  await execute(tx, withdrawFromRecovery, member.actor, { organizationId });
  await expectRefused(recover(owner), "not_enrolled");
});

test("where everybody is enrolled, nobody withdraws while recovery is offered", async ({ tx }) => {
  const { organizationId, member } = await anEnrolment(tx, true);
  await expectRefused(
    execute(tx, withdrawFromRecovery, member.actor, { organizationId }),
    "recovery_is_required",
  );
  await tx.delete(policies).where(eq(policies.organizationId, organizationId));
  await execute(tx, withdrawFromRecovery, member.actor, { organizationId });
});

test("a browser enrols by itself where the policy enrols everybody, without a proof and once", async ({
  tx,
}) => {
  const { organizationId, member, memberId } = await anEnrolment(tx, true);
  const isThis = eq(organizationMembers.id, memberId);
  const kept = async () =>
    (
      await tx
        .select({ key: organizationMembers.userKeyForOrganization })
        .from(organizationMembers)
        .where(isThis)
    )[0]?.key;
  const served = await openKeyOf(tx, organizationId, member);
  const { organizationKeyId } = served;
  const unproven = async () => {
    await tx.update(sessions).set({ provenAt: null }).where(eq(sessions.id, member.actor.sessionId));
    const userKeyForOrganization = await member.vault.enrol("user", `organization:${organizationId}`, served);
    const input = { organizationId, organizationKeyId, userKeyForOrganization };
    return { run: () => execute(tx, enrolInRecovery, member.actor, input), userKeyForOrganization };
  };
  const owed = async () => (await ask(tx, listMyRecoveries, member.actor, {}))[0]?.isOwed;

  expect(await owed()).toBe(false);
  const first = await kept();
  await expectRefused((await unproven()).run(), "proof_needed");
  expect(await kept()).toBe(first);

  await tx.update(organizationMembers).set({ userKeyForOrganization: null }).where(isThis);
  expect(await owed()).toBe(true);
  const next = await unproven();
  await next.run();
  expect(await kept()).toBe(next.userKeyForOrganization);

  await tx.update(organizationMembers).set({ userKeyForOrganization: null }).where(isThis);
  await tx.update(policies).set({ data: { autoEnrollEnabled: false } });
  expect(await owed()).toBe(false);
  await expectRefused((await unproven()).run(), "proof_needed");
});

test.for(["this client", "another client"] as const)(
  "people of the provider of %s are enrolled by no browser, and withdraw where others cannot",
  async (whose, { tx }) => {
    const { organizationId, providerId, member, enrol } = await anEnrolment(tx, true);
    const joined =
      whose === "this client"
        ? providerId
        : (await aSealedClient(tx, { items: 0, name: "quartz" })).providerId;
    await tx
      .insert(providerMembers)
      .values({ providerId: joined, role: "service_user", status: "invited", email: member.email });
    const withdraw = () => execute(tx, withdrawFromRecovery, member.actor, { organizationId });
    await expectRefused(withdraw(), "recovery_is_required");
    await tx
      .update(providerMembers)
      .set({ userId: member.userId, email: null, status: "accepted" })
      .where(eq(providerMembers.email, member.email));
    expect(await ask(tx, listMyRecoveries, member.actor, {})).toMatchObject([
      { organizationId, isEnrolled: true, isOwed: false, mayWithdraw: true },
    ]);
    await withdraw();
    expect(await ask(tx, listMyRecoveries, member.actor, {})).toMatchObject([
      { organizationId, isEnrolled: false, isOwed: false },
    ]);
    await tx.update(sessions).set({ provenAt: null }).where(eq(sessions.id, member.actor.sessionId));
    await expectRefused(enrol(), "proof_needed");
  },
);

test.for([true, false])(
  "joining a team ends an enrolment where the policy makes it: %s",
  async (enrolsAll, { tx }) => {
    const { organizationId, admin, member, memberId, target, providerId } = await anEnrolment(tx, enrolsAll);
    await execute(tx, askRecovery, admin.actor, target);
    await execute(tx, inviteProviderMembers, admin.actor, {
      providerId,
      emails: [member.email],
      role: "service_user",
    });
    expect(await ask(tx, listMyRecoveries, member.actor, {})).toMatchObject([{ isEnrolled: true }]);
    await execute(tx, acceptProviderInvitation, member.actor, {
      token: await tokenMailedTo(tx, member.email),
    });
    const left = await ask(tx, listMyRecoveries, member.actor, {});
    expect(left).toMatchObject([{ organizationId, isEnrolled: !enrolsAll, isOwed: false }]);
    expect(await tx.$count(accountRecoveries, eq(accountRecoveries.memberId, memberId))).toBe(
      enrolsAll ? 0 : 1,
    );
    const log = await tx
      .select()
      .from(events)
      .where(eq(events.type, "organization_member.recovery_withdrawn"));
    expect(log.map((event) => event.memberId)).toEqual(enrolsAll ? [memberId] : []);
  },
);

test("a key pair that is not the organization's is sealed to by nobody", async ({ tx }) => {
  const { organizationId, member, owner } = await anEnrolment(tx);
  const served = await openKeyOf(tx, organizationId, member);
  const ref = `organization:${organizationId}` as const;
  await expect(
    member.vault.enrol("user", ref, { ...served, publicKey: owner.publicKey }),
  ).rejects.toMatchObject({ code: "key_does_not_fit" });
});
