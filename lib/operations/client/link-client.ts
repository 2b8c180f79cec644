import "server-only";
import { planFacts } from "@/lib/domain/organization/plans";
import { LinkClient, mayLink } from "@/lib/domain/provider/linking";
import { mayTakeNumbers, numbersOfChange, purchasesSeats } from "@/lib/domain/provider/seats";
import { personOf } from "@/lib/operations/account/access";
import { askedByTeam } from "@/lib/operations/client/internal/asked-by-team";
import { becomeClient } from "@/lib/operations/client/internal/become-client";
import { linkers } from "@/lib/operations/client/internal/linkers";
import { readLinkable } from "@/lib/operations/client/internal/read-linkable";
import { tellOtherOwners } from "@/lib/operations/client/internal/tell-other-owners";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { organization as lockOf, seatsOf } from "@/lib/operations/locks";
import { mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { endRecoveries } from "@/lib/operations/organization/internal/end-recoveries";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { placeOf } from "@/lib/operations/provider/access";
import { assignToClients } from "@/lib/operations/provider/internal/assign-to-clients";
import { lockPlans } from "@/lib/operations/provider/internal/lock-plans";
import { providerNameOf } from "@/lib/operations/provider/internal/name-of";
import { advanceOrganization, advanceProvider } from "@/lib/operations/revision/internal/advance";

/**
 * Makes an organization that exists a client of the provider: an owner of it, who makes clients of the provider too, has
 * sealed its key under the provider's. How far it lets a provider in stays as it was. Its seats become the provider's to
 * assign and to pay. All other owners are told. Protocol chapter 7.6.
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
    assertAllowed(mayLink(purchasesSeats(placeOf(standing.provider)), { ...found, plan }));
    if (!plan) throw new NotFound();
    const brings = { plan: found.plan, from: 0, to: found.seats };
    assertAllowed(mayTakeNumbers(shown, numbersOfChange(brings, plan)));
    await expectCurrentKey(tx, organizationId, organizationKeyId);

    const { name, seats } = found;
    const providerOrganizationId = await becomeClient(tx, input, { plan: found.plan, by }, now);
    const asked = { providerId, plans, by, reason: "client_linked" } as const;
    await assignToClients(tx, asked, [{ ...brings, organizationId }], now);
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
