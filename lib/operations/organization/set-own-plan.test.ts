import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { RevokingPolicy } from "@/lib/domain/policy/binding";
import { execute } from "@/lib/operations/command";
import { getOrganizationSettings } from "@/lib/operations/organization/get-organization-settings";
import { previewOwnPlan } from "@/lib/operations/organization/preview-own-plan";
import { setOwnPlan } from "@/lib/operations/organization/set-own-plan";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, mailsTo } from "@/test/mails";
import { aConfirmed, aMemberOf, anOrganizationWith, rowOf } from "@/test/organization";
import { anEnterprise, aPolicy } from "@/test/policies";
import { aClientOf, aProviderWith } from "@/test/provider";

test("owners change plan and seats of an organization without a provider", async ({ tx }) => {
  const { organizationId } = await anOrganizationWith(tx, { seats: 3 });
  const owner = await aConfirmed(tx, organizationId, "owner", "Maya Lindqvist");
  const admin = await aConfirmed(tx, organizationId, "admin", "Ravi Menon");
  const wanted = { organizationId, plan: "enterprise_monthly" as const, seats: 12 };
  expect(await ask(tx, getOrganizationSettings, owner.actor, { organizationId })).toMatchObject({
    leavesProvider: false,
    ownPlan: { plan: "teams_monthly", seats: 3, used: 2 },
  });
  await execute(tx, setOwnPlan, owner.actor, wanted);
  await execute(tx, setOwnPlan, owner.actor, wanted);

  const [row] = await tx.select().from(organizations).where(eq(organizations.id, organizationId));
  expect(row).toMatchObject({ plan: "enterprise_monthly", seats: 12 });
  expect(row?.features).toContain("policies");
  expect(await eventsOf(tx)).toMatchObject([
    { type: "organization.plan_changed", organizationId, details: { from: "teams", to: "enterprise" } },
    { type: "organization.seats_changed", organizationId, details: { from: 3, to: 12 } },
  ]);
  await expectRefused(tx, setOwnPlan, owner.actor, { ...wanted, seats: 1 }, "seats_below_used");
  await expectRefused(tx, setOwnPlan, owner.actor, { ...wanted, seats: 1e9 }, "seats_out_of_range");
  await expectRefused(tx, setOwnPlan, admin.actor, wanted, "not_found");
});

test("of a client, the provider does, and its own owner leaves it at will", async ({ tx }) => {
  const { providerId } = await aProviderWith(tx, {});
  const organizationId = await aClientOf(tx, providerId, { used: 0 });
  const owner = await aConfirmed(tx, organizationId, "owner", "Maya Lindqvist");
  await expectRefused(
    tx,
    setOwnPlan,
    owner.actor,
    { organizationId, plan: "teams_monthly", seats: 50 },
    "seats_of_provider",
  );
  const settings = await ask(tx, getOrganizationSettings, owner.actor, { organizationId });
  expect(settings).toMatchObject({ leavesProvider: true, ownPlan: null });
});

/** An organization with a policy that its plan does not include, and a member who lacks what the policy wants. */
async function withPolicyAside(tx: Tx, policy: RevokingPolicy) {
  const { organizationId } = await anEnterprise(tx);
  await aPolicy(tx, organizationId, policy);
  const owner = await aConfirmed(tx, organizationId, "owner", "Maya Lindqvist");
  await execute(tx, setOwnPlan, owner.actor, { organizationId, plan: "teams_monthly", seats: 10 });
  const joined = await aConfirmed(tx, organizationId, "user", "Ravi Menon");
  const elsewhere = await anOrganizationWith(tx);
  await aMemberOf(tx, elsewhere.organizationId, joined);
  const back = { organizationId, plan: "enterprise_monthly" as const };
  return { organizationId, owner, joined, back };
}

test.for([
  ["two_step_login", "two_factor_policy", "organization_member.revoked_for_two_step"],
  [
    "single_organization",
    "single_organization_policy",
    "organization_member.revoked_for_single_organization",
  ],
] as const)(
  "a policy that comes back with the plan does what its preview has shown: %s",
  async ([policy, reason, event], { tx }) => {
    const { owner, joined, back } = await withPolicyAside(tx, policy);
    const preview = await ask(tx, previewOwnPlan, owner.actor, back);
    expect(preview).toMatchObject({
      back: [policy],
      revoked: 1,
      names: [{ id: joined.memberId, name: "Ravi Menon" }],
    });

    await expectRefused(tx, setOwnPlan, owner.actor, { ...back, seats: 10 }, "policy_preview_outdated");
    const shown = { ...back, seats: 10, preview: preview.mark };
    expect(await execute(tx, setOwnPlan, owner.actor, shown)).toMatchObject({ revoked: 1 });
    expect(await rowOf(tx, joined.memberId)).toMatchObject({ status: "revoked", revocationReason: reason });
    expect((await eventsOf(tx)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(["organization.plan_changed", event]),
    );
    expect(await mailsTo(tx, joined.email)).toMatchObject([{ kind: "organization.revoked", reason }]);
  },
);

test("a preview that has shown somebody else revokes nobody", async ({ tx }) => {
  const { organizationId, owner, joined, back } = await withPolicyAside(tx, "two_step_login");
  const { mark } = await ask(tx, previewOwnPlan, owner.actor, back);
  await aConfirmed(tx, organizationId, "user", "Later Member");
  const outdated = { ...back, seats: 10, preview: mark };
  await expectRefused(tx, setOwnPlan, owner.actor, outdated, "policy_preview_outdated");
  expect((await rowOf(tx, joined.memberId))?.status).toBe("confirmed");
});

test("a plan under which the same policies bind revokes nobody", async ({ tx }) => {
  const { organizationId } = await anEnterprise(tx);
  await aPolicy(tx, organizationId, "two_step_login");
  const owner = await aConfirmed(tx, organizationId, "owner", "Maya Lindqvist");
  const member = await aConfirmed(tx, organizationId, "user", "Ravi Menon");
  for (const plan of ["enterprise_monthly", "teams_monthly"] as const) {
    expect(await ask(tx, previewOwnPlan, owner.actor, { organizationId, plan })).toMatchObject({
      back: [],
      revoked: 0,
    });
    await execute(tx, setOwnPlan, owner.actor, { organizationId, plan, seats: 12 });
  }
  expect((await rowOf(tx, member.memberId))?.status).toBe("confirmed");
});
