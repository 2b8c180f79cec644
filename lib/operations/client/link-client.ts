import "server-only";
import { and, eq, inArray, ne, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";
import { planFacts } from "@/lib/domain/organization/plans";
import { LinkClient, mayLink, numbersOf } from "@/lib/domain/provider/linking";
import { mayTakeNumbers } from "@/lib/domain/provider/seats";
import { personOf } from "@/lib/operations/account/access";
import { linkers } from "@/lib/operations/client/internal/linkers";
import { readLinkable } from "@/lib/operations/client/internal/read-linkable";
import { tellOtherOwners } from "@/lib/operations/client/internal/tell-other-owners";
import { tieToProvider } from "@/lib/operations/client/internal/tie-to-provider";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { organization as lockOf, seatsOf } from "@/lib/operations/locks";
import { mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { endRecoveries } from "@/lib/operations/organization/internal/end-recoveries";
import { countConfirmed } from "@/lib/operations/organization/internal/lock-members";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { placeOf } from "@/lib/operations/provider/access";
import { billingEmailOf } from "@/lib/operations/provider/internal/billing-email-of";
import { enterSeats } from "@/lib/operations/provider/internal/enter-seats";
import { assignSeats, lockPlans } from "@/lib/operations/provider/internal/lock-plans";
import { providerNameOf } from "@/lib/operations/provider/internal/name-of";
import { advanceOrganization, advanceProvider } from "@/lib/operations/revision/internal/advance";

/**
 * Makes an organization that exists a client of the provider: an owner of it, who makes clients of the provider too, has
 * sealed its key under the provider's. How far it lets a provider in stays as it was. Its seats become the provider's to assign and to pay. All other owners are told.
 * Protocol chapter 7.6.
 *
 * @throws {Refused} `organization_has_provider` where somebody was first, and `seats_changed` where the numbers are not
 *   those that were confirmed.
 */
export const linkClient = defineCommand({
  name: "client.link",
  input: LinkClient,
  access: linkers,
  throttle: ({ actor }) => mailThrottle(actor),
  locks: ({ input: { providerId, organizationId } }) => [
    seatsOf(providerId),
    // What its people do meanwhile is judged as that of an organization without a provider, and comes first.
    { ...lockOf(organizationId), takes: "authority" },
  ],
  async run({ tx, actor, input, standing, now }) {
    const { providerId, organizationId, organizationKeyId, shown } = input;
    const by = personOf(actor);
    const plans = await lockPlans(tx, providerId);
    const found = await readLinkable(tx, organizationId);
    if (found.sealedKey === input.organizationKeyForProvider && found.providerId === providerId)
      return doneUnrecorded({ organizationId }, "the same form came twice");
    const plan = plans.get(found.plan) ?? null;
    assertAllowed(mayLink(placeOf(standing.provider).role, { ...found, plan }));
    if (!plan) throw new NotFound();
    assertAllowed(mayTakeNumbers(shown, numbersOf(found.plan, found.seats, plan)));
    await expectCurrentKey(tx, organizationId, organizationKeyId);

    const { name, seats } = found;
    await tx
      .update(organizations)
      .set({
        providerId,
        status: "managed",
        billingEmail: await billingEmailOf(tx, providerId),
        features: [...planFacts[found.plan].features],
        revisedAt: now,
      })
      .where(eq(organizations.id, organizationId));
    const providerOrganizationId = await tieToProvider(tx, input, now);
    // How far it lets a provider in was set before, unless nobody could set it now and its own owner links it.
    const { counting } = await countConfirmed(tx, organizationId);
    if (counting === 0 && !(await isLetIn(tx, organizationId, by)))
      await tx
        .update(organizations)
        .set({ providerAccess: "full" })
        .where(eq(organizations.id, organizationId));
    await assignSeats(tx, plan, seats, now);
    const assigned = { providerId, organizationId, plan: found.plan, before: 0, after: seats };
    await enterSeats(tx, by, "client_linked", [assigned], now);
    const recoveries = await endRecoveries(tx, input, askedByTeam(tx, providerId));

    const provider = await providerNameOf(tx, providerId);
    await tellOtherOwners(tx, { organizationId, name, provider, by }, now);
    await advanceOrganization(tx, organizationId);
    await advanceProvider(tx, providerId);
    return done(
      { organizationId },
      {
        type: "client.added",
        providerId,
        providerOrganizationId,
        details: { name, plan: planFacts[found.plan].tier, seats },
      },
      { type: "organization.linked", organizationId, details: { provider, seats } },
      ...recoveries,
    );
  },
});

/** Whether somebody is here by the word of the provider that the organization had before. */
const isLetIn = async (tx: Tx, organizationId: OrganizationId, userId: UserId) =>
  (await tx.$count(
    organizationMembers,
    and(
      eq(organizationMembers.organizationId, organizationId),
      eq(organizationMembers.userId, userId),
      eq(organizationMembers.letInByProvider, true),
    ),
  )) > 0;

/** What people of the team have asked for as members, without an owner's approval: they act for the provider now. */
const askedByTeam = (tx: Tx, providerId: ProviderId): SQL =>
  inArray(
    accountRecoveries.askedBy,
    tx
      .select({ userId: users.id })
      .from(users)
      .innerJoin(providerMembers, eq(providerMembers.userId, users.id))
      .where(and(eq(providerMembers.providerId, providerId), ne(providerMembers.status, "invited"))),
  );
