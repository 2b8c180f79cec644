import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import type { ProviderId, ProviderMemberId, UserId } from "@/lib/domain/ids";
import { ClientsTarget } from "@/lib/domain/provider/inputs";
import { permissionsIn } from "@/lib/domain/provider/member";
import { personOf } from "@/lib/operations/account/access";
import { awaitedClients, named, unsettledClients } from "@/lib/operations/client/internal/first-few";
import { lastVisits } from "@/lib/operations/client/internal/last-visits";
import { providerProgress } from "@/lib/operations/client/internal/provider-progress";
import { NotFound } from "@/lib/operations/errors";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

type Waiting = { id: ProviderMemberId; userId: UserId; name: string | null; email: string };

/**
 * What a provider's day begins with: its seats, who waits to be confirmed, which clients need something, and the last
 * visits. Whoever does not read the team's part is told their own: nobody of the team, and their own visits. It reads as
 * many rows for a provider with five thousand clients as for one with fifty. Two statements.
 */
export const getPortalOverview = defineQuery({
  name: "client.get_portal_overview",
  input: ClientsTarget,
  access: inProvider.open_portal,
  async read({ tx, actor, input: { providerId }, standing, now }) {
    const may = permissionsIn(placeOf(standing));
    const you = personOf(actor);
    const facts = await factsOf(tx, providerId, you);
    const { team, toConfirm, waiting, confirmedAdmins, firstClient, ownOrganization, ...shown } = facts;
    const seesTeam = may.includes("read_staff");
    const isOfTeam = may.includes("read_events");
    return {
      ...shown,
      /** Null for those who do not see the team. */
      team: seesTeam ? { first: waiting, count: toConfirm } : null,
      visits: await lastVisits(tx, providerId, isOfTeam ? null : you, now),
      /** Whether the visits are those of the whole team, or one's own. */
      visitsAreOf: isOfTeam ? ("team" as const) : ("yourself" as const),
      steps: {
        ownOrganization,
        secondAdmin: confirmedAdmins > 1,
        firstClient,
        staffInvited: team > 1,
      },
    };
  },
});

async function factsOf(tx: Tx, providerId: ProviderId, you: UserId) {
  const provider = providerProgress(tx, providerId, you);
  const [facts] = await tx
    .select({
      seats: provider.seats,
      team: provider.team,
      toConfirm: provider.toConfirm,
      confirmedAdmins: provider.confirmedAdmins,
      firstClient: provider.firstClient,
      ownOrganization: provider.ownOrganization,
      waiting: sql<Waiting[]>`(select coalesce(json_agg(row_to_json(few)), '[]')
        from (select id, user_id as "userId", name, address as email from ${providerMembers}
          where provider_id = ${providerId} and status = 'accepted' order by sort_name, id limit ${named}) as few)`,
      unsettled: unsettledClients(providerId),
      awaited: awaitedClients(providerId),
    })
    .from(provider);
  if (!facts) throw new NotFound();
  return facts;
}

export type PortalOverview = Awaited<ReturnType<typeof getPortalOverview.read>>;
