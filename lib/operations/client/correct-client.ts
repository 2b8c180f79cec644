import "server-only";
import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";
import { planFacts } from "@/lib/domain/organization/plans";
import { CorrectClient } from "@/lib/domain/provider/inputs";
import { mayMoveToPlan, purchasesSeats } from "@/lib/domain/provider/seats";
import { personOf } from "@/lib/operations/account/access";
import { changePlanAndSeats } from "@/lib/operations/client/internal/change-plan-and-seats";
import { inviteOtherOwner } from "@/lib/operations/client/internal/invite-other-owner";
import { lockClient } from "@/lib/operations/client/internal/lock-client";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { organization as lockOf, seatsOf } from "@/lib/operations/locks";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { invitingOrganization } from "@/lib/operations/organization/internal/mail-invitations";
import { lockOfTeam } from "@/lib/operations/organization/internal/team-of-provider";
import { doneEach, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { lockPlans } from "@/lib/operations/provider/internal/lock-plans";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Changes a client that its form has made already to what the form says now: its plan, name and seats, and its
 * owner's address as long as the owner has not accepted.
 *
 * @throws {Refused} `already_accepted` when another owner is named and the first has accepted; `plan_in_use` when the plan
 *   is another and somebody has accepted a place; `seats_changed` when it would purchase more than the form has shown.
 */
export const correctClient = defineCommand({
  name: "client.correct",
  input: CorrectClient,
  access: inProvider.create_clients,
  throttle: ({ actor }) => mailThrottle(actor),
  locks: async ({ tx, input: { providerId, organizationId, ownerEmail } }) => [
    seatsOf(providerId),
    // What its provider does in it meanwhile rests on what its plan includes, and comes first.
    { ...lockOf(organizationId), takes: "authority" },
    ...(await lockOfTeam(tx, providerId, [ownerEmail])),
  ],
  quota: ({ input: { ownerEmail } }) => mailQuota([ownerEmail]),
  async run({ tx, actor, input, standing, now, mustHold }) {
    const { providerId, organizationId, name, plan, seats, ownerEmail, shown } = input;
    const plans = await lockPlans(tx, providerId);
    const client = await lockClient(tx, { providerId, organizationId });
    const { providerOrganizationId } = client;
    if (plan !== client.plan) assertAllowed(mayMoveToPlan(await hasSomebody(tx, organizationId)));
    const to = { name, plan, seats };
    const by = { userId: personOf(actor), purchases: purchasesSeats(placeOf(standing)) };
    const change = { providerId, organizationId, client, plans, to, by, shown };
    const events = await changePlanAndSeats(tx, change, now);

    if (name !== client.name) {
      const details = { from: client.name, to: name };
      events.push(
        { type: "client.renamed", providerId, providerOrganizationId, details },
        { type: "organization.updated", providerId, organizationId, details },
      );
    }
    if (events.length > 0)
      await tx
        .update(organizations)
        .set({
          name,
          sortName: sortKey(name),
          plan,
          features: [...planFacts[plan].features],
          seats,
          revisedAt: now,
        })
        .where(eq(organizations.id, organizationId));

    const asClient = { providerId, providerOrganizationId, client: name };
    const invitedBy = await invitingOrganization(tx, organizationId);
    const invitation = { asClient, organizationId, invitedBy, ownerEmail, mustHold };
    events.push(...(await inviteOtherOwner(tx, invitation, now)));
    if (events.length === 0) return doneUnrecorded({ organizationId }, "nothing differs");
    await advanceOrganization(tx, organizationId);
    return doneEach({ organizationId }, events, (event) => event);
  },
});

const hasSomebody = async (tx: Tx, organizationId: OrganizationId): Promise<boolean> =>
  (await tx.$count(
    organizationMembers,
    and(eq(organizationMembers.organizationId, organizationId), ne(organizationMembers.status, "invited")),
  )) > 0;
