import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import { providerMembers } from "@/db/schema/provider-members";
import { anonymousActor, type PersonActor } from "@/lib/domain/actor";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { itemNumbers } from "@/lib/domain/item/types";
import { type AnyPolicyData, firstSettings } from "@/lib/domain/policy/settings";
import type { PolicyType } from "@/lib/domain/policy/types";
import { execute } from "@/lib/operations/command";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { previewPolicy } from "@/lib/operations/organization/preview-policy";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { restoreOrganizationMembers } from "@/lib/operations/organization/restore-members";
import { setPolicy } from "@/lib/operations/organization/set-policy";
import { getMyPolicies } from "@/lib/operations/policy/get-my-policies";
import { listPolicies } from "@/lib/operations/policy/list-policies";
import { openBanner } from "@/lib/operations/policy/open-banner";
import { ask } from "@/lib/operations/query";
import { getMyRevision } from "@/lib/operations/revision/get-my-revision";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { queuedMails } from "@/test/mails";
import { aConfirmed, aMemberOf, anOrganizationWith, aProviderWithAdmin, keyOf } from "@/test/organization";
import { aPerson, type Person, sealedKey } from "@/test/people";
import { anEnterprise, aPolicy, withTwoStep } from "@/test/policies";

type Change = {
  organizationId: OrganizationId;
  type: PolicyType;
  enabled: boolean;
  data?: AnyPolicyData;
};

const inputOf = ({ data, ...change }: Change, preview: string) =>
  ({ ...change, data: data === undefined ? firstSettings[change.type] : data, preview }) as Parameters<
    typeof execute<typeof setPolicy.input, unknown, unknown, void>
  >[3];

const look = (tx: Tx, actor: PersonActor, { organizationId, type, enabled }: Change) =>
  ask(tx, previewPolicy, actor, { organizationId, type, enabled });

/** Looks at the preview and saves. */
async function set(tx: Tx, actor: PersonActor, change: Change) {
  const { mark } = await look(tx, actor, change);
  return execute(tx, setPolicy, actor, inputOf(change, mark));
}

const statusOf = async (tx: Tx, memberId: OrganizationMemberId) => {
  const [row] = await tx
    .select({ status: organizationMembers.status, reason: organizationMembers.revocationReason })
    .from(organizationMembers)
    .where(eq(organizationMembers.id, memberId));
  return row;
};

const typesOf = async (tx: Tx) =>
  (await tx.select({ type: events.type }).from(events).orderBy(events.sequence)).map(({ type }) => type);

const linkFor = (tx: Tx, memberId: OrganizationMemberId, email: string) =>
  issueToken(tx, { purpose: "organization_member", email, organizationMemberId: memberId }, new Date());

const confirmation = (organizationId: OrganizationId, memberId: OrganizationMemberId, person: Person) => ({
  organizationId,
  organizationKeyId: keyOf(organizationId),
  people: [{ memberId, publicKey: person.publicKey, organizationKeyForMember: sealedKey() }],
});

async function aClient(tx: Tx) {
  const { organizationId } = await anEnterprise(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
  return { organizationId, owner };
}

describe("setting a policy", () => {
  test("turns it on, gives it settings, turns it off and keeps them, each in the log", async ({ tx }) => {
    const { organizationId, owner } = await aClient(tx);
    const change = { organizationId, type: "master_password", enabled: true } as const;
    const before = await ask(tx, getMyRevision, owner.actor, {});
    await set(tx, owner.actor, change);
    expect(await ask(tx, getMyRevision, owner.actor, {})).not.toEqual(before);
    await set(tx, owner.actor, change);
    const stricter = { ...firstSettings.master_password, minLength: 20 };
    await set(tx, owner.actor, { ...change, data: stricter });
    await set(tx, owner.actor, { ...change, data: stricter, enabled: false });
    expect(await ask(tx, listPolicies, owner.actor, { organizationId })).toEqual({
      policies: [{ type: "master_password", enabled: false, data: stricter }],
      isInPlan: true,
    });
    const log = await tx.select().from(events).orderBy(events.sequence);
    expect(log.map(({ type, details }) => [type, details])).toEqual(
      ["on", "settings", "off"].map((change) => ["policy.updated", { policy: "master_password", change }]),
    );
  });

  test("is for owners, admins and the provider's visitors, in an organization of their own", async ({
    tx,
  }) => {
    const { providerId, admin: staff } = await aProviderWithAdmin(tx);
    const { organizationId } = await anEnterprise(tx, { provider: { providerId } });
    const manager = await aConfirmed(tx, organizationId, "admin", "Adam Admin");
    const member = await aConfirmed(tx, organizationId, "user", "Ursula User");
    const { organizationId: elsewhere } = await anEnterprise(tx, { name: "Nickel" });
    const stranger = await aConfirmed(tx, elsewhere, "owner", "Nick Nickel");
    const change = { organizationId, type: "autotype", enabled: true } as const;
    for (const { actor } of [member, stranger]) {
      await expectRefused(tx, setPolicy, actor, inputOf(change, "-"), "not_found");
      await expect(look(tx, actor, change)).rejects.toThrow();
      await expect(ask(tx, listPolicies, actor, { organizationId })).rejects.toThrow();
    }
    const nobody = anonymousActor(member.actor.device);
    await expectRefused(tx, setPolicy, nobody, inputOf(change, "-"), "not_signed_in");
    await expectRefused(tx, setPolicy, staff.actor, inputOf(change, "-"), "client_not_entered");
    await execute(tx, enterClient, staff.actor, { organizationId });
    await set(tx, staff.actor, change);
    await set(tx, manager.actor, { ...change, enabled: false });
  });

  test("takes a plan that includes policies; without it they are shown, and bind nobody", async ({ tx }) => {
    const { organizationId, owner } = await aClient(tx);
    const member = await aConfirmed(tx, organizationId, "user", "Ursula User");
    await set(tx, owner.actor, { organizationId, type: "autotype", enabled: true });
    expect(await ask(tx, getMyPolicies, member.actor, {})).toHaveLength(1);
    await tx
      .update(organizations)
      .set({ features: ["groups"] })
      .where(eq(organizations.id, organizationId));
    const input = inputOf({ organizationId, type: "autotype", enabled: false }, "-");
    await expectRefused(tx, setPolicy, owner.actor, input, "not_in_plan");
    expect(await ask(tx, listPolicies, owner.actor, { organizationId })).toMatchObject({
      isInPlan: false,
      policies: [{ enabled: true }],
    });
    expect(await ask(tx, getMyPolicies, member.actor, {})).toEqual([]);
  });

  test("names what is missing and what needs it, in the preview and in the refusal", async ({ tx }) => {
    const { organizationId, owner } = await aClient(tx);
    const timeout = { organizationId, type: "vault_timeout", enabled: true } as const;
    const early = await look(tx, owner.actor, timeout);
    expect(early.blocked).toEqual({
      refusal: "policy_needs_another",
      values: { other: "single_organization" },
    });
    await expectRefused(tx, setPolicy, owner.actor, inputOf(timeout, early.mark), "policy_needs_another");
    await set(tx, owner.actor, { organizationId, type: "single_organization", enabled: true });
    await set(tx, owner.actor, timeout);
    const off = { organizationId, type: "single_organization", enabled: false } as const;
    const late = await look(tx, owner.actor, off);
    expect(late).toMatchObject({
      blocked: { refusal: "policy_needed_by_others", values: { other: "vault_timeout", more: 0 } },
      needing: ["vault_timeout"],
    });
    await expectRefused(tx, setPolicy, owner.actor, inputOf(off, late.mark), "policy_needed_by_others");
    const sso = { organizationId, type: "require_single_sign_on", enabled: true } as const;
    await expectRefused(tx, setPolicy, owner.actor, inputOf(sso, "-"), "policy_needs_single_sign_on");
  });

  test("with settings of another form, or another policy's, is refused before anything is read", async ({
    tx,
  }) => {
    const { organizationId, owner } = await aClient(tx);
    const wrong = inputOf({ organizationId, type: "uri_match", enabled: true, data: null }, "-");
    await expect(execute(tx, setPolicy, owner.actor, wrong)).rejects.toMatchObject({
      issues: [{ path: ["data"] }],
    });
  });

  test("automatic confirmation is not for an organization with members of its provider", async ({ tx }) => {
    const { providerId, admin } = await aProviderWithAdmin(tx);
    const { organizationId } = await anEnterprise(tx, { provider: { providerId } });
    const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
    await aMemberOf(tx, organizationId, admin);
    await aPolicy(tx, organizationId, "single_organization");
    const change = { organizationId, type: "automatic_confirmation", enabled: true } as const;
    const input = inputOf(change, "-");
    await expectRefused(tx, setPolicy, owner.actor, input, "policy_forbids_providers_people");
  });
});

describe("two-step login", () => {
  const on = (organizationId: OrganizationId) =>
    ({ organizationId, type: "two_step_login", enabled: true }) as const;

  test("revokes who has none and is bound, tells them, and does what the preview has named", async ({
    tx,
  }) => {
    const { providerId, admin: staff } = await aProviderWithAdmin(tx);
    const { organizationId } = await anEnterprise(tx, { provider: { providerId } });
    const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
    const admin = await aConfirmed(tx, organizationId, "admin", "Adam Admin");
    const plain = await aConfirmed(tx, organizationId, "user", "Ursula User");
    const safe = await aConfirmed(tx, organizationId, "user", "Sam Safe");
    await withTwoStep(tx, safe.userId);
    const waiting = await aPerson(tx, "Walter Waiting");
    const waitingId = await aMemberOf(tx, organizationId, waiting, { status: "accepted" });
    const invitedId = await aMemberOf(tx, organizationId, await aPerson(tx, "Ina"), { status: "invited" });
    const ofProvider = await aMemberOf(tx, organizationId, staff);

    const preview = await look(tx, owner.actor, on(organizationId));
    expect(preview).toMatchObject({ blocked: null, revoked: 2, bound: 3, free: { byRole: 2, ofTeam: 1 } });
    expect(preview.names.map(({ id }) => id)).toEqual([plain.memberId, waitingId]);
    await execute(tx, setPolicy, owner.actor, inputOf(on(organizationId), preview.mark));
    for (const id of [plain.memberId, waitingId])
      expect(await statusOf(tx, id)).toEqual({ status: "revoked", reason: "two_factor_policy" });
    for (const id of [owner.memberId, admin.memberId, safe.memberId, ofProvider])
      expect(await statusOf(tx, id)).toEqual({ status: "confirmed", reason: null });
    expect(await statusOf(tx, invitedId)).toMatchObject({ status: "invited" });
    const mails = await queuedMails(tx);
    expect(mails.map(({ kind, recipient }) => [kind, recipient]).sort()).toEqual(
      [plain, waiting].map(({ email }) => ["organization.revoked", email]),
    );
    expect(await typesOf(tx)).toEqual([
      "policy.updated",
      "organization_member.revoked_for_two_step",
      "organization_member.revoked_for_two_step",
    ]);
  });

  test("if somebody else comes under it after the preview, nothing is done", async ({ tx }) => {
    const { organizationId, owner } = await aClient(tx);
    const { mark, revoked } = await look(tx, owner.actor, on(organizationId));
    expect(revoked).toBe(0);
    const plain = await aConfirmed(tx, organizationId, "user", "Ursula User");
    const input = inputOf(on(organizationId), mark);
    await expectRefused(tx, setPolicy, owner.actor, input, "policy_preview_outdated");
    expect(await statusOf(tx, plain.memberId)).toMatchObject({ status: "confirmed" });
    await set(tx, owner.actor, on(organizationId));
    expect(await statusOf(tx, plain.memberId)).toMatchObject({ status: "revoked" });
  });

  test.for([
    ["whom it binds", (tx: Tx, id: OrganizationId) => aConfirmed(tx, id, "user", "Ursula User")],
    ["whom it leaves out", (tx: Tx, id: OrganizationId) => aConfirmed(tx, id, "owner", "Olga Other")],
  ] as const)("with a change of %s after the preview, nothing is done", async ([, come], { tx }) => {
    const { organizationId } = await anEnterprise(tx);
    const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
    const change = { organizationId, type: "master_password", enabled: true } as const;
    const { mark } = await look(tx, owner.actor, change);
    await come(tx, organizationId);
    await expectRefused(tx, setPolicy, owner.actor, inputOf(change, mark), "policy_preview_outdated");
    await set(tx, owner.actor, change);
  });

  test("of two who started from the same settings, the later one saves nothing", async ({ tx }) => {
    const { organizationId } = await anEnterprise(tx);
    const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
    const change = { organizationId, type: "restricted_item_types", enabled: true } as const;
    await set(tx, owner.actor, change);
    const { mark } = await look(tx, owner.actor, change);
    await set(tx, owner.actor, { ...change, data: [itemNumbers.identity] });
    const later = inputOf({ ...change, data: [itemNumbers.login] }, mark);
    await expectRefused(tx, setPolicy, owner.actor, later, "policy_preview_outdated");
    expect(await look(tx, owner.actor, change)).toMatchObject({ settings: [itemNumbers.identity] });
    expect(await tx.select({ data: policies.data }).from(policies)).toEqual([
      { data: [itemNumbers.identity] },
    ]);
  });

  test("is asked of whoever accepts, is confirmed or comes back, and of nobody in an exempt role", async ({
    tx,
  }) => {
    const { organizationId, owner } = await aClient(tx);
    await aPolicy(tx, organizationId, "two_step_login");
    const person = await aPerson(tx, "Billy Warden");
    const memberId = await aMemberOf(tx, organizationId, person, { status: "invited" });
    const token = await linkFor(tx, memberId, person.email);
    await expectRefused(tx, acceptOrganizationInvitation, person.actor, { token }, "two_step_needed");
    await withTwoStep(tx, person.userId);
    await execute(tx, acceptOrganizationInvitation, person.actor, { token });
    const input = confirmation(organizationId, memberId, person);
    await execute(tx, confirmOrganizationMembers, owner.actor, input);

    const late = await aPerson(tx, "Lara Late");
    const lateId = await aMemberOf(tx, organizationId, late, { status: "accepted" });
    const early = confirmation(organizationId, lateId, late);
    await expectRefused(tx, confirmOrganizationMembers, owner.actor, early, "member_without_two_step");
    const gone = await aConfirmed(tx, organizationId, "user", "Greta Gone");
    await tx
      .update(organizationMembers)
      .set({ status: "revoked", revocationReason: "two_factor_policy" })
      .where(eq(organizationMembers.id, gone.memberId));
    await tx.update(organizations).set({ usedSeats: 3 }).where(eq(organizations.id, organizationId));
    const back = { organizationId, memberIds: [gone.memberId] };
    await expectRefused(tx, restoreOrganizationMembers, owner.actor, back, "member_without_two_step");
    await withTwoStep(tx, gone.userId);
    await execute(tx, restoreOrganizationMembers, owner.actor, back);

    const boss = await aPerson(tx, "Bea Boss");
    const bossId = await aMemberOf(tx, organizationId, boss, { status: "invited", role: "admin" });
    const link = await linkFor(tx, bossId, boss.email);
    await execute(tx, acceptOrganizationInvitation, boss.actor, { token: link });
  });
});

describe("single organization", () => {
  const on = (organizationId: OrganizationId) =>
    ({ organizationId, type: "single_organization", enabled: true }) as const;

  test("counts places that were accepted elsewhere, and no invitation, revoked place or provider", async ({
    tx,
  }) => {
    const { providerId, admin: staff } = await aProviderWithAdmin(tx);
    const { organizationId } = await anEnterprise(tx, { provider: { providerId } });
    const { organizationId: other } = await anOrganizationWith(tx, { name: "Nickel" });
    const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
    const here = await aConfirmed(tx, organizationId, "user", "Hanna Here");
    const invited = await aConfirmed(tx, organizationId, "user", "Ina Invited");
    const revoked = await aConfirmed(tx, organizationId, "user", "Rita Revoked");
    const accepted = await aConfirmed(tx, organizationId, "user", "Ada Accepted");
    const confirmed = await aConfirmed(tx, organizationId, "user", "Cora Confirmed");
    await aMemberOf(tx, organizationId, staff);
    await aMemberOf(tx, other, owner);
    await aMemberOf(tx, other, invited, { status: "invited" });
    const revokedId = await aMemberOf(tx, other, revoked);
    await tx
      .update(organizationMembers)
      .set({ status: "revoked" })
      .where(eq(organizationMembers.id, revokedId));
    await tx.update(organizations).set({ usedSeats: 4 }).where(eq(organizations.id, other));
    await aMemberOf(tx, other, accepted, { status: "accepted" });
    await aMemberOf(tx, other, confirmed);
    await aMemberOf(tx, other, staff);

    const preview = await look(tx, owner.actor, on(organizationId));
    expect(preview.names.map(({ id }) => id)).toEqual([accepted.memberId, confirmed.memberId]);
    await set(tx, owner.actor, on(organizationId));
    for (const { memberId } of [accepted, confirmed])
      expect(await statusOf(tx, memberId)).toEqual({
        status: "revoked",
        reason: "single_organization_policy",
      });
    for (const { memberId } of [owner, here, invited, revoked])
      expect(await statusOf(tx, memberId)).toMatchObject({ status: "confirmed" });
    expect(await typesOf(tx)).toContain("organization_member.revoked_for_single_organization");
  });

  test("keeps out who is elsewhere, and keeps its members from going elsewhere", async ({ tx }) => {
    const { organizationId, owner } = await aClient(tx);
    await aPolicy(tx, organizationId, "single_organization");
    const { organizationId: other } = await anEnterprise(tx, { name: "Nickel" });
    const boss = await aConfirmed(tx, other, "owner", "Nick Nickel");
    const elsewhere = await aConfirmed(tx, other, "user", "Ella Elsewhere");
    const hereId = await aMemberOf(tx, organizationId, elsewhere, { status: "invited" });
    const token = await linkFor(tx, hereId, elsewhere.email);
    await expectRefused(
      tx,
      acceptOrganizationInvitation,
      elsewhere.actor,
      { token },
      "only_organization_needed",
    );
    await execute(tx, removeOrganizationMembers, boss.actor, {
      organizationId: other,
      memberIds: [elsewhere.memberId],
    });
    await execute(tx, acceptOrganizationInvitation, elsewhere.actor, { token });
    await execute(
      tx,
      confirmOrganizationMembers,
      owner.actor,
      confirmation(organizationId, hereId, elsewhere),
    );

    const thereId = await aMemberOf(tx, other, elsewhere, { status: "invited" });
    const link = await linkFor(tx, thereId, elsewhere.email);
    const error = await execute(tx, acceptOrganizationInvitation, elsewhere.actor, { token: link }).catch(
      (e) => e,
    );
    expect(error).toMatchObject({
      refusal: "bound_to_one_organization",
      values: { organization: "Cobalt Manufacturing" },
    });
  });

  test("is asked again when somebody is confirmed, in both organizations", async ({ tx }) => {
    const { organizationId, owner } = await aClient(tx);
    await aPolicy(tx, organizationId, "single_organization");
    const { organizationId: other } = await anEnterprise(tx, { name: "Nickel" });
    const boss = await aConfirmed(tx, other, "owner", "Nick Nickel");
    const person = await aPerson(tx, "Billy Both");
    const hereId = await aMemberOf(tx, organizationId, person, { status: "accepted" });
    const thereId = await aMemberOf(tx, other, person, { status: "accepted" });
    const here = confirmation(organizationId, hereId, person);
    await expectRefused(tx, confirmOrganizationMembers, owner.actor, here, "member_elsewhere");
    const there = confirmation(other, thereId, person);
    await expectRefused(tx, confirmOrganizationMembers, boss.actor, there, "member_elsewhere");
  });
});

describe("what binds somebody", () => {
  test("comes from every organization they are in, and ends as they leave the last one", async ({ tx }) => {
    const { organizationId, owner } = await aClient(tx);
    const member = await aConfirmed(tx, organizationId, "user", "Ursula User");
    await aPolicy(tx, organizationId, "data_ownership");
    await aPolicy(tx, organizationId, "master_password");
    expect(await ask(tx, getMyPolicies, member.actor, {})).toEqual([
      {
        type: "data_ownership",
        organizationId,
        organization: "Cobalt Manufacturing",
        data: firstSettings.data_ownership,
      },
      {
        type: "master_password",
        organizationId,
        organization: "Cobalt Manufacturing",
        data: firstSettings.master_password,
      },
    ]);
    expect((await ask(tx, getMyPolicies, owner.actor, {})).map(({ type }) => type)).toEqual([
      "master_password",
    ]);
    await execute(tx, removeOrganizationMembers, owner.actor, {
      organizationId,
      memberIds: [member.memberId],
    });
    expect(await ask(tx, getMyPolicies, member.actor, {})).toEqual([]);
  });

  test("a revoked or invited place binds nobody, nor does a suspended organization", async ({ tx }) => {
    const { organizationId } = await aClient(tx);
    await aPolicy(tx, organizationId, "autotype");
    const member = await aConfirmed(tx, organizationId, "user", "Ursula User");
    await tx.update(organizations).set({ state: "suspended" }).where(eq(organizations.id, organizationId));
    expect(await ask(tx, getMyPolicies, member.actor, {})).toEqual([]);
    await tx.update(organizations).set({ state: "enabled" }).where(eq(organizations.id, organizationId));
    await tx.update(policies).set({ enabled: false }).where(eq(policies.organizationId, organizationId));
    expect(await ask(tx, getMyPolicies, member.actor, {})).toEqual([]);
  });

  test("the team of the provider is free, but for what binds it too", async ({ tx }) => {
    const { providerId, admin } = await aProviderWithAdmin(tx);
    const { organizationId } = await anEnterprise(tx, { provider: { providerId } });
    await aMemberOf(tx, organizationId, admin);
    await aPolicy(tx, organizationId, "autotype");
    await aPolicy(tx, organizationId, "account_recovery");
    expect((await ask(tx, getMyPolicies, admin.actor, {})).map(({ type }) => type)).toEqual([
      "account_recovery",
    ]);
    await tx.delete(providerMembers).where(eq(providerMembers.providerId, providerId));
    expect(await ask(tx, getMyPolicies, admin.actor, {})).toHaveLength(2);
  });

  test("following the banner's link is recorded, of those who have one", async ({ tx }) => {
    const { organizationId, owner } = await aClient(tx);
    const member = await aConfirmed(tx, organizationId, "user", "Ursula User");
    await expectRefused(tx, openBanner, member.actor, { organizationId }, "not_found");
    await aPolicy(tx, organizationId, "vault_banner", { message: "Read", linkText: "", linkUrl: "" });
    await execute(tx, openBanner, member.actor, { organizationId });
    expect(await typesOf(tx)).toEqual(["organization_member.opened_banner"]);
    await execute(tx, openBanner, owner.actor, { organizationId });
    const stranger = await aPerson(tx, "Stella Stranger");
    await expectRefused(tx, openBanner, stranger.actor, { organizationId }, "not_found");
  });
});

describe("a member who does not comply", () => {
  test("keeps the role that a policy leaves free, and takes a bound one once they comply", async ({ tx }) => {
    const { organizationId, owner } = await aClient(tx);
    const admin = await aConfirmed(tx, organizationId, "admin", "Ada Admin");
    await aPolicy(tx, organizationId, "two_step_login");
    const { memberId } = admin;
    const demote = (role: "user" | "custom") => ({ organizationId, memberId, role, permissions: [] });
    for (const role of ["user", "custom"] as const)
      await expectRefused(
        tx,
        changeOrganizationMemberRole,
        owner.actor,
        demote(role),
        "member_without_two_step",
      );
    await withTwoStep(tx, admin.userId);
    await execute(tx, changeOrganizationMemberRole, owner.actor, demote("user"));
  });

  test("is not freed by an open invitation into the provider's team", async ({ tx }) => {
    const { providerId } = await aProviderWithAdmin(tx);
    const { organizationId } = await anEnterprise(tx, { provider: { providerId } });
    const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
    const { email, userId } = await aConfirmed(tx, organizationId, "user", "Ursula User");
    const change = { organizationId, type: "two_step_login", enabled: true } as const;
    const lost = async () => (await ask(tx, previewPolicy, owner.actor, change)).revoked;
    await tx.insert(providerMembers).values({ providerId, email, role: "service_user", status: "invited" });
    expect(await lost()).toBe(1);
    await tx
      .update(providerMembers)
      .set({ userId, email: null, status: "accepted" })
      .where(eq(providerMembers.email, email));
    expect(await lost()).toBe(0);
  });
});
