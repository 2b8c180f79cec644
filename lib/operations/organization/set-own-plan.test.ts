import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { organizations } from "@/db/schema/organizations";
import { execute } from "@/lib/operations/command";
import { getOrganizationSettings } from "@/lib/operations/organization/get-organization-settings";
import { setOwnPlan } from "@/lib/operations/organization/set-own-plan";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { aConfirmed, anOrganizationWith } from "@/test/organization";
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
