import "server-only";
import { and, eq, not, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { userIdOf } from "@/lib/domain/actor";
import type { OrganizationId, OrganizationMemberId, ProviderId, UserId } from "@/lib/domain/ids";
import { mayInOrganization, type OrganizationStanding } from "@/lib/domain/organization/member";
import { type OrganizationPermission, organizationPermissions } from "@/lib/domain/organization/permissions";
import { isRecordedAsProviders } from "@/lib/domain/organization/provider-place";
import type { Hold, Look } from "@/lib/operations/access";
import { hasAccessEnded, hasPlaceEnded } from "@/lib/operations/access-end";
import { hasOwnOwner } from "@/lib/operations/counts-now";
import { hasAccountJoinedTeam } from "@/lib/operations/is-in-team";
import { lacksTwoStep } from "@/lib/operations/own-step";
import { providerOf } from "@/lib/operations/provider-of";
import { accessesOf, type TenantStanding } from "@/lib/operations/tenant-access";
import { isOpenVisit } from "@/lib/operations/visit/internal/visit-end";

/** The actor's own place in an organization: what the rules judge, and whose provider acts where one does. */
export type OrganizationPlace = NonNullable<OrganizationStanding> & { providerId: ProviderId | null };

export type OrganizationAccessStanding = TenantStanding<OrganizationPlace>;
type Standing = OrganizationAccessStanding;
type Target = { organizationId: OrganizationId };

/** What the rules judge by of an organization's own row: a standing is this and a capacity. */
export const judgedColumns = {
  state: organizations.state,
  switches: {
    adminsReachAll: organizations.allowAdminAccessToAllCollectionItems,
    deletionNeedsManage: organizations.limitItemDeletion,
    creationIsLimited: organizations.limitCollectionCreation,
    collectionDeletionIsLimited: organizations.limitCollectionDeletion,
  },
  features: organizations.features,
};

/** Whether a member's place is the provider's. */
export const placeIsProviders = sql<boolean>`${organizationMembers.placeOfProvider} is not null`;

/**
 * In what capacity the actor acts here. Only confirmed places count, membership comes before the provider, and
 * a provider user's place needs an open visit of this very session. A place that is the provider's counts no more once
 * its person's access to the provider has ended. One statement: each row that it rests on is
 * read in a part of its own, so that it can be held.
 */
async function standing({ tx, actor, hold, now }: Look, { organizationId }: Target): Promise<Standing> {
  const userId = userIdOf(actor);
  if (!userId) return actor.principal.kind === "anonymous" ? "anonymous" : "nobody";
  const { here, member, staff, visit } = parts(tx, hold, {
    organizationId,
    userId,
    sessionId: actor.sessionId,
    now,
  });
  const [row] = await tx
    .with(here, member, staff, visit)
    .select({
      state: here.state,
      switches: here.switches,
      features: here.features,
      access: here.access,
      providerId: here.providerId,
      memberId: member.id,
      role: member.role,
      permissions: member.permissions,
      placeIsProviders: member.placeIsProviders,
      letInByProvider: member.letInByProvider,
      isOfTeam: member.isOfTeam,
      providerState: staff.state,
      accessEnded: staff.accessEnded,
      lacksTwoStep: staff.lacksTwoStep,
      visitSince: visit.startedAt,
    })
    .from(here)
    .leftJoin(member, sql`true`)
    .leftJoin(staff, sql`true`)
    .leftJoin(visit, sql`true`);
  if (!row) return "nobody";
  const {
    access,
    memberId,
    role,
    permissions,
    placeIsProviders,
    letInByProvider,
    isOfTeam,
    providerState,
    accessEnded,
    lacksTwoStep: lacks,
    visitSince,
    ...organization
  } = row;
  if (memberId && role)
    return {
      ...organization,
      capacity: {
        as: "member",
        role,
        memberId,
        permissions: permissions ?? [],
        placeIsProviders: placeIsProviders === true,
        letInByProvider: letInByProvider === true,
        isOfTeam: isOfTeam === true,
      },
    };
  if (!providerState) return "nobody";
  const entered = visitSince ? "entered" : "outside";
  return {
    ...organization,
    capacity: {
      as: "provider",
      access,
      entered,
      providerState,
      accessEnded: accessEnded === true,
      lacksTwoStep: lacks === true,
    },
  };
}

type Who = Target & { userId: UserId; sessionId: Look["actor"]["sessionId"]; now: Date };

function parts(tx: Tx, hold: Hold, { organizationId, userId, sessionId, now }: Who) {
  const isHere = eq(organizations.id, organizationId);
  const here = tx.$with("here").as(
    hold(
      tx
        .select({
          ...judgedColumns,
          access: organizations.providerAccess,
          providerId: organizations.providerId,
        })
        .from(organizations)
        .where(isHere),
    ),
  );
  const provider = providerOf(organizationId);
  const member = tx.$with("member").as(
    hold(
      tx
        .select({
          id: organizationMembers.id,
          role: organizationMembers.role,
          permissions: organizationMembers.permissions,
          placeIsProviders: placeIsProviders.as("place_is_providers"),
          letInByProvider: sql<boolean>`(${organizationMembers.letInByProvider}
            and (${provider} is not null or ${hasOwnOwner(organizationId)}))`.as("let_in_by_provider"),
          isOfTeam: hasAccountJoinedTeam(provider, sql`${userId}::uuid`).as("is_of_team"),
        })
        .from(organizationMembers)
        .where(
          and(
            eq(organizationMembers.organizationId, organizationId),
            eq(organizationMembers.userId, userId),
            eq(organizationMembers.status, "confirmed"),
            not(hasPlaceEnded),
          ),
        ),
    ),
  );
  const staff = tx.$with("staff").as(
    hold(
      tx
        .select({
          state: providers.state,
          accessEnded: hasAccessEnded.as("access_ended"),
          lacksTwoStep: lacksTwoStep(sql`${userId}::uuid`).as("lacks_two_step"),
        })
        .from(organizations)
        .innerJoin(providers, eq(providers.id, organizations.providerId))
        .innerJoin(
          providerMembers,
          and(
            eq(providerMembers.providerId, providers.id),
            eq(providerMembers.userId, userId),
            eq(providerMembers.status, "confirmed"),
          ),
        )
        .where(isHere),
    ),
  );
  const visit = tx.$with("visit").as(
    hold(
      tx
        .select({ startedAt: clientVisits.startedAt })
        .from(clientVisits)
        .where(
          and(
            eq(clientVisits.organizationId, organizationId),
            sessionId ? eq(clientVisits.sessionId, sessionId) : sql`false`,
            isOpenVisit(now),
          ),
        ),
    ),
  );
  return { here, member, staff, visit };
}

/** One access for each permission of the table: `access: inOrganization.invite_members`. */
export const { accesses: inOrganization, placeOf } = accessesOf<
  Target,
  OrganizationPlace,
  OrganizationPermission
>({
  name: "organization",
  of: ["organizationId"],
  permissions: organizationPermissions,
  standing,
  may: mayInOrganization,
  stamp: ({ providerId, ...place }) => (providerId && isRecordedAsProviders(place) ? { providerId } : {}),
});

/** The member that the actor is here, where they act as one. */
export const memberIdOf = (place: OrganizationPlace): OrganizationMemberId | null =>
  place.capacity.as === "member" ? place.capacity.memberId : null;
