import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { authenticators } from "@/db/schema/authenticators";
import { organizationMembers } from "@/db/schema/organization-members";
import { policies } from "@/db/schema/policies";
import { sessions } from "@/db/schema/sessions";
import type { PersonActor } from "@/lib/domain/actor";
import type { OrganizationId } from "@/lib/domain/ids";
import { firstSettings } from "@/lib/domain/policy/settings";
import type { PolicyType } from "@/lib/domain/policy/types";
import { issueRecoveryCodes } from "@/lib/operations/account/internal/keep-two-step";
import { turnOffTwoStep } from "@/lib/operations/account/turn-off-two-step";
import { execute } from "@/lib/operations/command";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { previewPolicy } from "@/lib/operations/organization/preview-policy";
import { setPolicy } from "@/lib/operations/organization/set-policy";
import { ask } from "@/lib/operations/query";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { openTestPostgres } from "@/test/database";
import { address, aNewcomer } from "@/test/newcomers";
import { aMemberOf } from "@/test/organization";
import { aPerson } from "@/test/people";
import { anEnterprise, aPolicy, withTwoStep } from "@/test/policies";
import { race, report, roundsOf, violationsIn, withoutLocks } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

/** Looks at the preview, and answers what saves it. */
async function saving(
  actor: PersonActor,
  organizationId: OrganizationId,
  type: PolicyType,
  enabled: boolean,
) {
  const { mark } = await ask(db, previewPolicy, actor, { organizationId, type, enabled });
  const input = { organizationId, type, enabled, data: firstSettings[type], preview: mark };
  // The settings are those of the type.
  return () => execute(db, setPolicy, actor, input as Parameters<typeof setPolicy.input.parse>[0] as never);
}

const isOn = async (organizationId: OrganizationId, type: PolicyType) =>
  (await db.$count(
    policies,
    and(eq(policies.organizationId, organizationId), eq(policies.type, type), eq(policies.enabled, true)),
  )) > 0;

/** One owner turns on what needs a policy, while the other turns that policy off. */
async function dependent(): Promise<string | null> {
  const { organizationId, one, other } = await db.transaction(async (tx) => {
    const { organizationId } = await anEnterprise(tx);
    await aPolicy(tx, organizationId, "single_organization");
    return {
      organizationId,
      one: await aNewcomer(tx, organizationId, "owner"),
      other: await aNewcomer(tx, organizationId, "admin"),
    };
  });
  const outcomes = await race([
    await saving(one.actor, organizationId, "vault_timeout", true),
    await saving(other.actor, organizationId, "single_organization", false),
  ]);
  const needs = await isOn(organizationId, "vault_timeout");
  const needed = await isOn(organizationId, "single_organization");
  const refused = ["policy_needed_by_others", "policy_needs_another", "policy_preview_outdated"];
  const fair = outcomes.includes("done") && outcomes.some((outcome) => refused.includes(outcome));
  return fair && !(needs && !needed) ? null : `${needs} ${needed}: ${outcomes.join(", ")}`;
}

test("two who set dependent policies at once leave none on without what it needs", async () => {
  const violations = await violationsIn(roundsOf(30), dependent);
  expect(violations).toEqual([]);

  const unlocked = await withoutLocks(() => violationsIn(20, dependent));
  expect(unlocked.length).toBeGreaterThan(0);
  report(roundsOf(30), violations.length, unlocked.length);
});

/** A policy is turned on while a member turns off the second step that it requires. */
async function turnedOff(): Promise<string | null> {
  const { organizationId, owner, member, code } = await db.transaction(async (tx) => {
    const { organizationId } = await anEnterprise(tx);
    const owner = await aNewcomer(tx, organizationId, "owner");
    const member = await aNewcomer(tx, organizationId, "user");
    await withTwoStep(tx, member.userId);
    const [code = ""] = await issueRecoveryCodes(tx, member.userId);
    await tx.update(sessions).set({ provenAt: new Date() }).where(eq(sessions.userId, member.userId));
    return { organizationId, owner, member, code };
  });
  const outcomes = await race([
    await saving(owner.actor, organizationId, "two_step_login", true),
    () => execute(db, turnOffTwoStep, member.actor, { code }),
  ]);
  const hasStep = (await db.$count(authenticators, eq(authenticators.userId, member.userId))) > 0;
  const [place] = await db
    .select({ status: organizationMembers.status })
    .from(organizationMembers)
    .where(eq(organizationMembers.id, member.memberId));
  const wrong = (await isOn(organizationId, "two_step_login")) && !hasStep && place?.status !== "revoked";
  return wrong ? `a member without a second step stayed: ${outcomes.join(", ")}` : null;
}

test("nobody turns their second step off beside a policy that is being turned on, and stays", async () => {
  const violations = await violationsIn(roundsOf(30), turnedOff);
  expect(violations).toEqual([]);

  const unlocked = await withoutLocks(() => violationsIn(20, turnedOff));
  expect(unlocked.length).toBeGreaterThan(0);
  report(roundsOf(30), violations.length, unlocked.length);
});

/** A member joins a second organization while the first one allows no other. */
async function joinsAnother(): Promise<string | null> {
  const { organizationId, owner, member, token, there } = await db.transaction(async (tx) => {
    const { organizationId } = await anEnterprise(tx);
    const owner = await aNewcomer(tx, organizationId, "owner");
    const person = await aPerson(tx, "Person", { email: address() });
    const here = await aMemberOf(tx, organizationId, person);
    const { organizationId: other } = await anEnterprise(tx, { name: "Nickel" });
    const there = await aMemberOf(tx, other, person, { status: "invited" });
    const link = {
      purpose: "organization_member",
      email: person.email,
      organizationMemberId: there,
    } as const;
    const token = await issueToken(tx, link, new Date());
    return { organizationId, owner, member: { ...person, here }, token, there };
  });
  const outcomes = await race([
    await saving(owner.actor, organizationId, "single_organization", true),
    () => execute(db, acceptOrganizationInvitation, member.actor, { token }),
  ]);
  const statusOf = async (id: typeof there) => {
    const [row] = await db
      .select({ status: organizationMembers.status })
      .from(organizationMembers)
      .where(eq(organizationMembers.id, id));
    return row?.status;
  };
  const wrong =
    (await isOn(organizationId, "single_organization")) &&
    (await statusOf(member.here)) === "confirmed" &&
    (await statusOf(there)) === "accepted";
  return wrong ? `a bound member is in two: ${outcomes.join(", ")}` : null;
}

test("nobody joins another organization beside a policy that is being turned on, and stays in both", async () => {
  const violations = await violationsIn(roundsOf(30), joinsAnother);
  expect(violations).toEqual([]);

  const unlocked = await withoutLocks(() => violationsIn(20, joinsAnother));
  expect(unlocked.length).toBeGreaterThan(0);
  report(roundsOf(30), violations.length, unlocked.length);
});
