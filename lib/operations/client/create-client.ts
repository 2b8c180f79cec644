import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providers } from "@/db/schema/providers";
import type { AuditEvent } from "@/lib/domain/events";
import { sortKey } from "@/lib/domain/names";
import { planFacts } from "@/lib/domain/organization/plans";
import { CreateClient } from "@/lib/domain/provider/inputs";
import { mayChangeSeats, maySetSeats } from "@/lib/domain/provider/seats";
import { personOf } from "@/lib/operations/account/access";
import { enterSeats } from "@/lib/operations/client/internal/enter-seats";
import { inviteOwner } from "@/lib/operations/client/internal/invite-owner";
import { assignSeats, lockPlans } from "@/lib/operations/client/internal/lock-plans";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { seatsOf } from "@/lib/operations/locks";
import { madeBefore } from "@/lib/operations/made-before";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { touchedOwner } from "@/lib/operations/organization/internal/both-logs";
import { lockOfTeam } from "@/lib/operations/organization/internal/team-of-provider";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { providerNameOf } from "@/lib/operations/provider/internal/name-of";

/**
 * Makes a client organization from keys that the creator's browser has made, assigns its seats and invites its
 * owner. The same form again, which carries the same sealed key, changes nothing, and the answer says that the
 * client existed. Protocol chapter 7.6.
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
    const locked = (await lockPlans(tx, providerId)).get(plan);
    if (!locked) throw new NotFound();
    const known = await tx
      .select({
        providerId: organizations.providerId,
        sealedKey: providerOrganizations.organizationKeyForProvider,
      })
      .from(organizations)
      .leftJoin(providerOrganizations, eq(providerOrganizations.organizationId, organizations.id))
      .where(eq(organizations.id, organizationId));
    // A key is sealed anew at random each time: whoever sends the very same one sends the same form.
    const isSameForm = ({ providerId: of, sealedKey }: (typeof known)[number]) =>
      of === providerId && sealedKey === input.organizationKeyForProvider;
    if (madeBefore(known, isSameForm))
      return doneUnrecorded({ organizationId, existed: true }, "the same form came twice");
    assertAllowed(maySetSeats(seats, 1));
    assertAllowed(mayChangeSeats(placeOf(standing).role, locked, seats));

    await insertOrganization(tx, input, now);
    const [client] = await tx
      .insert(providerOrganizations)
      .values({
        providerId,
        organizationId,
        organizationKeyForProvider: input.organizationKeyForProvider,
        organizationKeyId: input.organizationKeyId,
        createdAt: now,
        revisedAt: now,
      })
      .returning({ id: providerOrganizations.id });
    if (!client) throw new Error("an inserted client comes back");
    await assignSeats(tx, locked, seats, now);
    const assigned = { providerId, organizationId, plan, before: 0, after: seats };
    await enterSeats(tx, personOf(actor), "client_created", [assigned], now);
    const invitedBy = { organizationName: name, providerName: await providerNameOf(tx, providerId) };
    const invitation = { ...input, invitedBy, mustHold };
    const organizationMemberId = await inviteOwner(tx, invitation, now);

    const created: AuditEvent = {
      type: "client.created",
      providerId,
      providerOrganizationId: client.id,
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
    const asClient = { providerId, providerOrganizationId: client.id, client: name };
    return done(
      { organizationId, existed: false },
      created,
      invited,
      touchedOwner(asClient, owner, "invited"),
    );
  },
});

async function insertOrganization(tx: Tx, input: z.output<typeof CreateClient>, now: Date) {
  const [provider] = await tx
    .select({ billingEmail: providers.billingEmail, ownerEmail: providers.ownerEmail })
    .from(providers)
    .where(eq(providers.id, input.providerId));
  if (!provider) throw new NotFound();
  await tx.insert(organizations).values({
    id: input.organizationId,
    providerId: input.providerId,
    name: input.name,
    sortName: sortKey(input.name),
    billingEmail: provider.billingEmail ?? provider.ownerEmail,
    plan: input.plan,
    status: "managed",
    features: [...planFacts[input.plan].features],
    seats: input.seats,
    usedSeats: 1,
    keyId: input.organizationKeyId,
    publicKey: input.publicKey,
    privateKeyForOrganization: input.privateKeyForOrganization,
    createdAt: now,
    revisedAt: now,
  });
}
