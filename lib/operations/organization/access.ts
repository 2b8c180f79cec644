import "server-only";
import { sql } from "drizzle-orm";
import { userIdOf } from "@/lib/domain/actor";
import type { OrganizationId, OrganizationMemberId, ProviderId } from "@/lib/domain/ids";
import { mayInOrganization, type OrganizationStanding } from "@/lib/domain/organization/member";
import { type OrganizationPermission, organizationPermissions } from "@/lib/domain/organization/permissions";
import { isRecordedAsProviders } from "@/lib/domain/organization/provider-place";
import type { Look } from "@/lib/operations/access";
import { standingParts } from "@/lib/operations/standing-parts";
import { accessesOf, type TenantStanding } from "@/lib/operations/tenant-access";

/** The actor's own place in an organization: what the rules judge, and whose provider acts where one does. */
export type OrganizationPlace = NonNullable<OrganizationStanding> & { providerId: ProviderId | null };

export type OrganizationAccessStanding = TenantStanding<OrganizationPlace>;
type Standing = OrganizationAccessStanding;
type Target = { organizationId: OrganizationId };

/**
 * In what capacity the actor acts here. Only confirmed places count, membership comes before the provider, and
 * a provider user's place needs an open visit of this very session. A place that is the provider's counts no more once
 * its person's access to the provider has ended. One statement: each row that it rests on is
 * read in a part of its own, so that it can be held.
 */
async function standing({ tx, actor, hold, now }: Look, { organizationId }: Target): Promise<Standing> {
  const userId = userIdOf(actor);
  if (!userId) return actor.principal.kind === "anonymous" ? "anonymous" : "nobody";
  const { here, member, staff, visit } = standingParts(tx, hold, {
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
