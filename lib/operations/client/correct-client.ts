import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import type { AuditEvent } from "@/lib/domain/events";
import { sortKey } from "@/lib/domain/names";
import { planFacts } from "@/lib/domain/organization/plans";
import { CorrectClient } from "@/lib/domain/provider/inputs";
import { mayChangeSeats, maySetSeats } from "@/lib/domain/provider/seats";
import { personOf } from "@/lib/operations/account/access";
import { enterSeats } from "@/lib/operations/client/internal/enter-seats";
import { inviteOtherOwner } from "@/lib/operations/client/internal/invite-other-owner";
import { lockClient } from "@/lib/operations/client/internal/lock-client";
import { assignSeats, lockPlans } from "@/lib/operations/client/internal/lock-plans";
import { planAndSeatsChanged } from "@/lib/operations/client/internal/plan-and-seats-changed";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization as lockOf, seatsOf } from "@/lib/operations/locks";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { lockOfTeam } from "@/lib/operations/organization/internal/team-of-provider";
import { doneEach, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { providerNameOf } from "@/lib/operations/provider/internal/name-of";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Brings a client that its form has made already to what the form says now. Plan, name and seats can be corrected
 * like this, and the owner's address as long as they have not accepted.
 *
 * @throws {Refused} `already_accepted` when another owner is named and the first has accepted.
 */
export const correctClient = defineCommand({
  name: "client.correct",
  input: CorrectClient,
  access: inProvider.create_clients,
  throttle: ({ actor }) => mailThrottle(actor),
  locks: async ({ tx, input: { providerId, organizationId, ownerEmail } }) => [
    seatsOf(providerId),
    lockOf(organizationId),
    ...(await lockOfTeam(tx, providerId, [ownerEmail])),
  ],
  quota: ({ input: { ownerEmail } }) => mailQuota([ownerEmail]),
  async run({ tx, actor, input, standing, now, mustHold }) {
    const { providerId, organizationId, name, plan, seats, ownerEmail } = input;
    const place = placeOf(standing);
    const plans = await lockPlans(tx, providerId);
    const client = await lockClient(tx, { providerId, organizationId });
    const { providerOrganizationId } = client;
    const [from, to] = [plans.get(client.plan), plans.get(plan)];
    if (!from || !to) throw new NotFound();
    const events: AuditEvent[] = [];

    if (plan !== client.plan || seats !== client.seats) {
      assertAllowed(maySetSeats(seats, client.usedSeats));
      assertAllowed(mayChangeSeats(place.role, to, from === to ? seats - client.seats : seats));
      const whose = { providerId, organizationId };
      const entries =
        from === to
          ? [{ ...whose, plan, before: client.seats, after: seats }]
          : [
              { ...whose, plan: client.plan, before: client.seats, after: 0 },
              { ...whose, plan, before: 0, after: seats },
            ];
      if (from !== to) await assignSeats(tx, from, -client.seats, now);
      await assignSeats(tx, to, from === to ? seats - client.seats : seats, now);
      await enterSeats(tx, personOf(actor), "client_corrected", entries, now);
      const ids = { providerId, providerOrganizationId, organizationId };
      events.push(...planAndSeatsChanged(ids, { ...client, name }, { plan, seats }));
    }
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
    const invitedBy = { organizationName: name, providerName: await providerNameOf(tx, providerId) };
    const invitation = { asClient, organizationId, invitedBy, ownerEmail, mustHold };
    events.push(...(await inviteOtherOwner(tx, invitation, now)));
    if (events.length === 0) return doneUnrecorded({ organizationId }, "nothing differs");
    await advanceOrganization(tx, organizationId);
    return doneEach({ organizationId }, events, (event) => event);
  },
});
