import { allow, type Decision, refuse } from "@/lib/domain/decision";
import { type OrganizationRole, rankOf } from "@/lib/domain/organization/member";
import type { ProviderRole } from "@/lib/domain/provider/member";

/** Two custom roles may have nothing in common, so neither reaches the other. */
const reaches = (actor: OrganizationRole, target: OrganizationRole): boolean =>
  rankOf[actor] >= rankOf[target] && !(actor === "custom" && target === "custom");

const rankInTeam: Record<ProviderRole, number> = { service_user: 0, provider_admin: 1 };

/** Places of whoever is to be recovered, each with that of whoever recovers them; null where that one has none. */
export type Ranks = {
  /** In this organization. The provider's people act like owners. */
  here: { target: OrganizationRole; actor: OrganizationRole | "provider" };
  organizations: { target: OrganizationRole; actor: OrganizationRole | null }[];
  teams: { target: ProviderRole; actor: ProviderRole | null }[];
  administersInstance: boolean;
};

/** Whether the place of whoever recovers is high enough in this organization. */
export const reachesRankHere = ({ target, actor }: Ranks["here"]): boolean =>
  reaches(actor === "provider" ? "owner" : actor, target);

/**
 * Nobody recovers somebody of a higher rank, wherever that rank is: an account that is recovered is open to whoever sets
 * its password, everywhere. Plain members elsewhere are no obstacle.
 */
export function mayRecoverRank({ here, organizations, teams, administersInstance }: Ranks): Decision {
  const higher = refuse("rank_is_higher");
  const isHigherElsewhere = organizations.some(
    ({ target, actor }) => rankOf[target] > 0 && (actor === null || !reaches(actor, target)),
  );
  const isHigherInTeam = teams.some(
    ({ target, actor }) => actor === null || rankInTeam[actor] < rankInTeam[target],
  );
  return !reachesRankHere(here) || isHigherElsewhere || isHigherInTeam || administersInstance
    ? higher
    : allow;
}
