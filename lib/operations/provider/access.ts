import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import type { Actor } from "@/lib/domain/actor";
import { type Decision, refuse } from "@/lib/domain/decision";
import type { ProviderId, ProviderMemberId } from "@/lib/domain/ids";
import {
  mayAdministerClients,
  mayCreateClient,
  mayManageProvider,
  maySeeProvider,
  type ProviderStanding,
} from "@/lib/domain/provider/member";
import type { Access } from "@/lib/operations/access";

/** The actor's own place in a provider, with what every page of the portal shows of it. */
export type ProviderPlace = NonNullable<ProviderStanding> & {
  memberId: ProviderMemberId;
  name: string;
  toConfirm: number;
  confirmedAdmins: number;
};

type Standing = ProviderPlace | "nobody" | "anonymous";
type Target = { providerId: ProviderId };

/** One statement, whatever the size of the team: the counts come from the index of statuses. */
async function standing(tx: Tx, actor: Actor, { providerId }: Target): Promise<Standing> {
  if (actor.kind !== "user") return "anonymous";
  const team = sql`from ${providerMembers} as team where team.provider_id = ${providers.id}`;
  const [place] = await tx
    .select({
      memberId: providerMembers.id,
      role: providerMembers.role,
      status: providerMembers.status,
      state: providers.state,
      name: sql<string>`coalesce(${providers.name}, '')`,
      toConfirm: sql<number>`(select count(*)::int ${team} and team.status = 'accepted')`,
      confirmedAdmins: sql<number>`(select count(*)::int ${team} and team.status = 'confirmed' and team.role = 'provider_admin')`,
    })
    .from(providerMembers)
    .innerJoin(providers, eq(providers.id, providerMembers.providerId))
    .where(and(eq(providerMembers.providerId, providerId), eq(providerMembers.userId, actor.userId)));
  return place ?? "nobody";
}

const judgedBy =
  (rule: (standing: ProviderStanding) => Decision) =>
  (place: Standing): Decision => {
    if (place === "anonymous") return refuse("not_signed_in");
    return rule(place === "nobody" ? null : place);
  };

const providerAccess = (rule: (standing: ProviderStanding) => Decision): Access<Target, Standing> => ({
  name: "provider",
  standing,
  rule: judgedBy(rule),
});

/** Confirmed members of the provider, of either role. */
export const providerUsers = providerAccess(maySeeProvider);

/** Confirmed provider admins. To anybody else there is nothing here. */
export const providerAdmins = providerAccess(mayManageProvider);

/** Confirmed provider admins of a provider in good standing. */
export const clientCreators = providerAccess(mayCreateClient);

/** Either role, for a provider in good standing. */
export const clientAdministrators = providerAccess(mayAdministerClients);

/** The place that an allowed standing is. The rule above has already refused the others. */
export function placeOf(standing: Standing): ProviderPlace {
  if (typeof standing === "string") throw new Error(`${standing} has no place in the provider`);
  return standing;
}
