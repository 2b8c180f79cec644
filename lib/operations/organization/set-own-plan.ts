import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId } from "@/lib/domain/ids";
import { maySetOwnPlan, SetOwnPlan } from "@/lib/domain/organization/creating";
import { planFacts } from "@/lib/domain/organization/plans";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization } from "@/lib/operations/locks";
import { inOrganization } from "@/lib/operations/organization/access";
import { keepReach } from "@/lib/operations/organization/internal/keep-reach";
import { customMembersWhoMay } from "@/lib/operations/organization/internal/members-who-may";
import { doneEach, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/** Gives an organization without a provider another plan or number of seats. Of a client, that is its provider's. */
export const setOwnPlan = defineCommand({
  name: "organization.set_own_plan",
  input: SetOwnPlan,
  access: inOrganization.choose_provider,
  // Acts that rest on what the plan includes come first, or not at all.
  locks: ({ input: { organizationId } }) => [{ ...organization(organizationId), takes: "authority" }],
  async run({ tx, input: { organizationId, plan, seats }, now }) {
    const before = await readPlan(tx, organizationId);
    assertAllowed(maySetOwnPlan({ hasProvider: before.providerId !== null, used: before.used }, seats));
    const events: AuditEvent[] = [];
    if (plan !== before.plan) {
      const details = { from: planFacts[before.plan].tier, to: planFacts[plan].tier };
      events.push({ type: "organization.plan_changed", organizationId, details });
    }
    if (seats !== before.seats) {
      const details = { from: before.seats, to: seats };
      events.push({ type: "organization.seats_changed", organizationId, details });
    }
    if (events.length === 0) return doneUnrecorded({ organizationId }, "it was so already");

    // A plan without custom roles takes their reach away.
    if (plan !== before.plan)
      await keepReach(tx, organizationId, customMembersWhoMay("edit_any_collection"), now);
    await tx
      .update(organizations)
      .set({ plan, features: [...planFacts[plan].features], seats, revisedAt: now })
      .where(eq(organizations.id, organizationId));
    await advanceOrganization(tx, organizationId);
    return doneEach({ organizationId }, events, (event) => event);
  },
});

async function readPlan(tx: Tx, organizationId: OrganizationId) {
  const [row] = await tx
    .select({
      providerId: organizations.providerId,
      plan: organizations.plan,
      seats: organizations.seats,
      used: organizations.usedSeats,
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!row) throw new NotFound();
  return row;
}
