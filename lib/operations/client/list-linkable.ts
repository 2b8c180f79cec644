import "server-only";
import { and, eq } from "drizzle-orm";
import { providerMembers } from "@/db/schema/provider-members";
import type { ProviderId } from "@/lib/domain/ids";
import { ClientsTarget } from "@/lib/domain/provider/inputs";
import { isProbablyTheTeams, mayLink } from "@/lib/domain/provider/linking";
import { numbersOfChange, purchasesSeats } from "@/lib/domain/provider/seats";
import { personOf } from "@/lib/operations/account/access";
import { readOwned } from "@/lib/operations/client/internal/read-owned";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/**
 * The organizations that somebody can add to the provider: those that they own, confirmed, and that have no provider. Of
 * each, the numbers that are to be confirmed, or why it cannot be added.
 */
export const listLinkable = defineQuery({
  name: "client.list_linkable",
  input: ClientsTarget,
  access: inProvider.create_clients,
  async read({ tx, actor, input: { providerId }, standing }) {
    const purchases = purchasesSeats(placeOf(standing));
    const team = await tx.$count(providerMembers, confirmedIn(providerId));
    const owned = await readOwned(tx, personOf(actor), providerId);
    return owned.map(({ state, confirmsAutomatically, minimum, assigned, staff, ...organization }) => {
      const plan = minimum === null || assigned === null ? null : { minimum, assigned };
      const decision = mayLink(purchases, {
        hasProvider: false,
        isSuspended: state === "suspended",
        confirmsAutomatically,
        seats: organization.seats,
        plan,
      });
      const brings = { plan: organization.plan, from: 0, to: organization.seats };
      return {
        ...organization,
        /** The provider's seats of this plan. */
        seatsOfPlan: plan,
        numbers: numbersOfChange(brings, plan ?? { minimum: 0, assigned: 0 }),
        blocked: decision.allowed ? null : decision,
        isProbablyTheTeams: isProbablyTheTeams(staff, team),
      };
    });
  },
});

export type LinkableOrganization = Awaited<ReturnType<typeof listLinkable.read>>[number];

const confirmedIn = (providerId: ProviderId) =>
  and(eq(providerMembers.providerId, providerId), eq(providerMembers.status, "confirmed"));
