import "server-only";
import type { AuditEvent } from "@/lib/domain/events";
import { planFacts } from "@/lib/domain/organization/plans";
import { CreateClient } from "@/lib/domain/provider/inputs";
import { mayGiveSeats, purchasesSeats } from "@/lib/domain/provider/seats";
import { personOf } from "@/lib/operations/account/access";
import { insertClient } from "@/lib/operations/client/internal/insert-client";
import { inviteOwner } from "@/lib/operations/client/internal/invite-owner";
import { isMadeAlready } from "@/lib/operations/client/internal/is-made-already";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { touchedOwner } from "@/lib/operations/event/internal/touched-owner";
import { seatsOf } from "@/lib/operations/locks";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { invitingOrganization } from "@/lib/operations/organization/internal/mail-invitations";
import { lockOfTeam } from "@/lib/operations/organization/internal/team-of-provider";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { assignToClients } from "@/lib/operations/provider/internal/assign-to-clients";
import { lockPlans } from "@/lib/operations/provider/internal/lock-plans";

/**
 * Makes a client organization from keys that the creator's browser has made, assigns its seats and invites its
 * owner. The same form again, which carries the same sealed key, changes nothing, and the answer says that the
 * client existed. Protocol chapter 7.6.
 *
 * @throws {Refused} `seats_changed` when it would not purchase what was confirmed on the screen.
 */
export const createClient = defineCommand({
  name: "client.create",
  input: CreateClient,
  access: inProvider.create_clients,
  throttle: ({ actor }) => mailThrottle(actor),
  locks: async ({ tx, input: { providerId, ownerEmail } }) => [
    seatsOf(providerId),
    ...(await lockOfTeam(tx, providerId, [ownerEmail])),
  ],
  quota: ({ input: { ownerEmail } }) => mailQuota([ownerEmail]),
  async run({ tx, actor, input, standing, now, mustHold }) {
    const { providerId, organizationId, name, plan, seats, ownerEmail } = input;
    const plans = await lockPlans(tx, providerId);
    const locked = plans.get(plan);
    if (!locked) throw new NotFound();
    if (await isMadeAlready(tx, input))
      return doneUnrecorded({ organizationId, existed: true }, "the same form came twice");
    const assigned = { organizationId, plan, from: 0, to: seats };
    const purchases = purchasesSeats(placeOf(standing));
    assertAllowed(mayGiveSeats(assigned, locked, { used: 1, purchases, shown: input.shown }));

    const providerOrganizationId = await insertClient(tx, input, now);
    const asked = { providerId, plans, by: personOf(actor), reason: "client_created" } as const;
    await assignToClients(tx, asked, [assigned], now);
    const invitedBy = await invitingOrganization(tx, organizationId);
    const invitation = { ...input, invitedBy, mustHold };
    const organizationMemberId = await inviteOwner(tx, invitation, now);

    const created: AuditEvent = {
      type: "client.created",
      providerId,
      providerOrganizationId,
      details: { name, plan: planFacts[plan].tier, seats },
    };
    const invited: AuditEvent = {
      type: "organization_member.invited",
      providerId,
      organizationId,
      organizationMemberId,
      details: { email: ownerEmail, role: "owner" },
    };
    const owner = { memberId: organizationMemberId, email: ownerEmail };
    const asClient = { providerId, providerOrganizationId, client: name };
    return done(
      { organizationId, existed: false },
      created,
      invited,
      touchedOwner(asClient, owner, "invited"),
    );
  },
});
