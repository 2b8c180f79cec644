import "server-only";
import { and, eq, inArray, lte, not, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import type { OrganizationId } from "@/lib/domain/ids";
import { mayConfirmPerson } from "@/lib/domain/organization/confirming";
import type { OrganizationStanding } from "@/lib/domain/organization/member";
import { actsForProvider, approvalOf } from "@/lib/domain/organization/provider-place";
import { hasPlaceEnded } from "@/lib/operations/access-end";
import { isOfJoinedTeam, isOfTeam } from "@/lib/operations/is-in-team";
import { judgedColumns, placeIsProviders } from "@/lib/operations/judged-columns";
import { confirmedSoFar } from "@/lib/operations/organization/internal/confirmed-so-far";
import { membersWhoMay } from "@/lib/operations/organization/internal/members-who-may";

type Capacity = NonNullable<OrganizationStanding>["capacity"];
type Waiting = Awaited<ReturnType<typeof placesWaiting>>[number];

/**
 * The accepted members among those that `which` picks, longest waiting first, each with whom the rules let confirm
 * them: members of the organization, and its provider, during a visit. Two statements; one where nobody waits.
 *
 * @param atMost how many members of one role are looked at.
 */
export async function whoConfirms(tx: Tx, which: SQL | undefined, atMost: number) {
  const waiting = await placesWaiting(tx, which);
  const here = waiting.map(({ organizationId }) => organizationId);
  const candidates = here.length > 0 ? await candidatesIn(tx, here, atMost) : [];
  return waiting.map((place) => {
    const { organizationId, name, since, state, provider } = place;
    const asProvider = provider && {
      as: "provider" as const,
      access: place.access,
      entered: "entered" as const,
      providerState: provider.state,
    };
    return {
      organizationId,
      name,
      since,
      state,
      members: candidates.filter(
        ({ memberId, role, permissions, placeIsProviders, letInByProvider, isOfTeam, ...candidate }) =>
          candidate.organizationId === organizationId &&
          confirms(place, {
            as: "member",
            role,
            memberId,
            permissions: permissions ?? [],
            placeIsProviders,
            letInByProvider,
            isOfTeam,
          }),
      ),
      provider: asProvider && confirms(place, asProvider) ? provider : null,
    };
  });
}

function confirms({ state, switches, features, soFar, ...place }: Waiting, capacity: Capacity) {
  const standing = { state, switches, features, capacity };
  return mayConfirmPerson(
    standing,
    {
      forProvider: actsForProvider(standing, Number(soFar.hasCounting)),
      confirmedMembers: Number(soFar.hasMember),
      confirmedOwners: soFar.owners,
      countingOwners: Number(soFar.hasCounting),
    },
    { ...place, approval: approvalOf(place), isYou: false },
  ).allowed;
}

const placesWaiting = (tx: Tx, which: SQL | undefined) =>
  tx
    .select({
      organizationId: organizations.id,
      name: organizations.name,
      ...judgedColumns,
      access: organizations.providerAccess,
      provider: { id: providers.id, name: providers.name, state: providers.state },
      soFar: confirmedSoFar(organizations.id),
      since: organizationMembers.acceptedAt,
      role: organizationMembers.role,
      status: organizationMembers.status,
      ofTeam: isOfTeam,
      askedAt: organizationMembers.askedAt,
      approvedAt: organizationMembers.approvedAt,
      approvedBy: organizationMembers.approvedBy,
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .leftJoin(providers, eq(providers.id, organizations.providerId))
    .where(and(eq(organizationMembers.status, "accepted"), which))
    .orderBy(organizationMembers.acceptedAt, organizations.id);

/** Confirmed members whose role may confirm, by name. */
function candidatesIn(tx: Tx, organizationIds: readonly OrganizationId[], atMost: number) {
  const candidates = tx
    .select({
      organizationId: organizationMembers.organizationId,
      memberId: organizationMembers.id,
      role: organizationMembers.role,
      permissions: organizationMembers.permissions,
      placeIsProviders: placeIsProviders.as("place_is_providers"),
      letInByProvider: organizationMembers.letInByProvider,
      isOfTeam: isOfJoinedTeam.as("is_of_team"),
      name: users.name,
      email: users.email,
      locale: users.locale,
      nth: sql<number>`row_number() over (partition by ${organizationMembers.organizationId},
        ${organizationMembers.role}, ${placeIsProviders}, ${organizationMembers.letInByProvider},
        ${isOfJoinedTeam} order by ${users.name}, ${users.id})`.as("nth"),
    })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(
      and(
        inArray(organizationMembers.organizationId, [...organizationIds]),
        eq(organizationMembers.status, "confirmed"),
        membersWhoMay("confirm_members"),
        not(hasPlaceEnded),
      ),
    )
    .as("candidates");
  return tx
    .select()
    .from(candidates)
    .where(lte(candidates.nth, atMost))
    .orderBy(candidates.name, candidates.memberId);
}
