import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { userIdOf } from "@/lib/domain/actor";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId } from "@/lib/domain/ids";
import { maySetOwnPlan, SetOwnPlan } from "@/lib/domain/organization/creating";
import { planFacts } from "@/lib/domain/organization/plans";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { organization } from "@/lib/operations/locks";
import { inOrganization } from "@/lib/operations/organization/access";
import { keepReach } from "@/lib/operations/organization/internal/keep-reach";
import { accountsOf } from "@/lib/operations/organization/internal/lock-members";
import { customMembersWhoMay } from "@/lib/operations/organization/internal/members-who-may";
import { previewPlan } from "@/lib/operations/organization/internal/plan-preview";
import { revokeLacking } from "@/lib/operations/organization/internal/revoke-lacking";
import { doneEach, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Gives an organization without a provider another plan or number of seats. Of a client, that is its provider's. Policies
 * that come back with the plan do what turning them on does: whoever does not comply is revoked, and told.
 *
 * @throws {Refused} `policy_preview_outdated` when somebody would be revoked who was not shown.
 */
export const setOwnPlan = defineCommand({
  name: "organization.set_own_plan",
  input: SetOwnPlan,
  access: inOrganization.choose_provider,
  // Acts that rest on what the plan includes come first, or not at all.
  async locks({ tx, actor, input }) {
    const { organizationId } = input;
    const { revoked } = await previewPlan(tx, input, userIdOf(actor));
    const memberIds = revoked.map(({ id }) => id);
    return [
      { ...organization(organizationId), takes: "authority" },
      ...(await accountsOf(tx, { organizationId, memberIds })),
    ];
  },
  async run({ tx, actor, input, now }) {
    const { organizationId, plan, seats } = input;
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
    if (events.length === 0) return doneUnrecorded({ organizationId, revoked: 0 }, "it was so already");
    const { revoked, mark } = await previewPlan(tx, input, userIdOf(actor));
    if (revoked.length > 0 && mark !== input.preview) throw new Refused("policy_preview_outdated");

    // A plan without custom roles takes their reach away.
    if (plan !== before.plan) await keepReach(tx, organizationId, customMembersWhoMay("edit_any_collection"));
    await tx
      .update(organizations)
      .set({ plan, features: [...planFacts[plan].features], seats, revisedAt: now })
      .where(eq(organizations.id, organizationId));
    events.push(...(await revokeLacking(tx, organizationId, revoked, now)));
    await advanceOrganization(tx, organizationId);
    return doneEach({ organizationId, revoked: revoked.length }, events, (event) => event);
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
