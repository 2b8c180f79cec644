import { eq } from "drizzle-orm";
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
import { features } from "@/lib/domain/organization/plans";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { approveRecovery } from "@/lib/operations/recovery/approve";
import { askRecovery } from "@/lib/operations/recovery/ask";
import { enrolInRecovery } from "@/lib/operations/recovery/enrol-in";
import { getMemberToRecover } from "@/lib/operations/recovery/get-member-to-recover";
import { listEnrolled } from "@/lib/operations/recovery/list-enrolled";
import { listMyRecoveries } from "@/lib/operations/recovery/list-my-recoveries";
import { recoverMember } from "@/lib/operations/recovery/recover-member";
import { setRecoveryWait } from "@/lib/operations/recovery/set-wait";
import { takeBackRecovery } from "@/lib/operations/recovery/take-back";
import { withdrawFromRecovery } from "@/lib/operations/recovery/withdraw-from";
import { makeKeyring } from "@/lib/vault/keyring";
import { test } from "@/test/database";
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
  await execute(tx, enrolInRecovery, member.actor, {
    organizationId,
    organizationKeyId: served.organizationKeyId,
    userKeyForOrganization: await member.vault.enrol("user", ref, served),
  });
  const recover = async (by: Persona) => {
    const { email, kdf, ...keys } = await ask(tx, getMemberToRecover, by.actor, { organizationId, memberId });
    const pair = await openKeyOf(tx, organizationId, by);
    const next = { email, kdf, password: "a temporary one" };
    const sealed = await by.vault.recover(ref, pair, keys, next);
    await execute(tx, recoverMember, by.actor, {
      organizationId,
      memberId,
      publicKey: keys.publicKey,
      ...sealed,
    });
    return next;
  };
  return { ...world, member, memberId, recover, target: { organizationId, memberId } };
}

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
  const log = (await tx.select().from(events)).map(({ type }) => type);
  expect(log).toEqual(["organization_member.recovery_enrolled", "organization_member.recovered"]);
});

test("the provider asks, an owner approves, and only then it is done", async ({ tx }) => {
  const { admin, owner, recover, target } = await anEnrolment(tx);
  await expectRefused(recover(admin), "recovery_not_asked");
  await execute(tx, askRecovery, admin.actor, target);
  await expectRefused(recover(admin), "recovery_not_approved");
  await expect(execute(tx, approveRecovery, admin.actor, target)).rejects.toThrow();
  const { members } = await ask(tx, listEnrolled, owner.actor, target);
  expect(members).toMatchObject([{ may: { approve: true } }]);
  await execute(tx, approveRecovery, owner.actor, target);
  await expectRefused(execute(tx, approveRecovery, owner.actor, target), "recovery_approved_already");
  await expectRefused(execute(tx, askRecovery, admin.actor, target), "recovery_asked_already");
  await recover(admin);
  expect(await tx.$count(accountRecoveries)).toBe(0);
});

test("a waiting time is kept, and the member takes it back meanwhile", async ({ tx }) => {
  const { organizationId, owner, member, recover, target } = await anEnrolment(tx);
  await tx.update(organizations).set({ recoveryWaitHours: 24 }).where(eq(organizations.id, organizationId));
  await execute(tx, askRecovery, owner.actor, target);
  await expectRefused(recover(owner), "recovery_waits");
  await expectRefused(execute(tx, approveRecovery, owner.actor, target), "recovery_needs_no_approval");
  await execute(tx, takeBackRecovery, member.actor, target);
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
  await execute(tx, approveRecovery, owner.actor, target);
  await tx.update(accountRecoveries).set({ askedAt: ago(20), readyAt: ago(20), approvedAt: ago(14) });
  await expectRefused(recover(admin), "recovery_not_asked");
  const { members } = await ask(tx, listEnrolled, owner.actor, target);
  expect(members).toMatchObject([{ waits: null, may: { approve: false, takeBack: false } }]);
  expect(await ask(tx, listMyRecoveries, member.actor, {})).toMatchObject([{ askedFor: null }]);
  await expect(execute(tx, takeBackRecovery, owner.actor, target)).rejects.toThrow("not_found");
  await execute(tx, askRecovery, admin.actor, target);
  await expectRefused(recover(admin), "recovery_not_approved");
  await execute(tx, approveRecovery, owner.actor, target);
  const approvedAt = ago(13);
  await tx.update(accountRecoveries).set({ askedAt: ago(20), readyAt: ago(20), approvedAt });
  const usableUntil = new Date(Number(approvedAt) + 14 * day);
  const waiting = await ask(tx, listEnrolled, owner.actor, target);
  expect(waiting.members).toMatchObject([{ waits: { isReady: true, usableUntil } }]);
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
  const { members } = await ask(tx, listEnrolled, owner.actor, target);
  expect(Number(members[0]?.waits?.readyAt)).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  await tx
    .update(accountRecoveries)
    .set({ askedAt: new Date(Date.now() - 25 * 3_600_000), readyAt: new Date() });
  await setWait(72);
  await expectRefused(recover(owner), "recovery_waits");
  await setWait(24);
  await recover(owner);
});

test("owners who are of the provider's team, or who have asked themselves, approve nothing", async ({
  tx,
}) => {
  const world = await anEnrolment(tx);
  const { providerId, admin, owner, recover, target } = world;
  const approve = (by: Persona) => execute(tx, approveRecovery, by.actor, target);
  const colleague = await aPersona(tx, "Colleague", "colleague@cobalt.provider.example");
  const colleagueId = await confirm(tx, world, colleague, "owner");
  await execute(tx, askRecovery, admin.actor, target);

  // Their place is the provider's.
  await tx
    .update(organizationMembers)
    .set({ placeOfProvider: providerId, approvedAt: new Date() })
    .where(eq(organizationMembers.id, colleagueId));
  await expectRefused(approve(colleague), "approver_of_provider");
  await expectRefused(recover(colleague), "recovery_not_approved");

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
  await tx.update(accountRecoveries).set({ approvedBy: colleague.userId, approvedAt: new Date() });
  await expectRefused(recover(admin), "recovery_not_approved");

  await approve(owner);
  await recover(admin);
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
  await expectRefused(ask(tx, getMemberToRecover, member.actor, own), "cannot_recover_yourself");
  await expect(ask(tx, listEnrolled, admin.actor, target)).resolves.toMatchObject({
    members: [{ id: memberId }],
  });
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

test("nobody of the organization's provider is enrolled by their browser", async ({ tx }) => {
  const { organizationId, providerId, member, memberId } = await anEnrolment(tx, true);
  await tx
    .update(organizationMembers)
    .set({ userKeyForOrganization: null })
    .where(eq(organizationMembers.id, memberId));
  await tx.insert(providerMembers).values({
    providerId,
    userId: member.userId,
    role: "service_user",
    status: "confirmed",
    providerKeyForMember: sealedKey(),
  });
  expect(await ask(tx, listMyRecoveries, member.actor, {})).toMatchObject([
    { organizationId, isOwed: false, isRequired: true },
  ]);
});

test("a key pair that is not the organization's is sealed to by nobody", async ({ tx }) => {
  const { organizationId, member, owner } = await anEnrolment(tx);
  const served = await openKeyOf(tx, organizationId, member);
  const ref = `organization:${organizationId}` as const;
  await expect(
    member.vault.enrol("user", ref, { ...served, publicKey: owner.publicKey }),
  ).rejects.toMatchObject({ code: "key_does_not_fit" });
});
