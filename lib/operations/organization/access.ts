import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import type { Actor } from "@/lib/domain/actor";
import { type Decision, refuse } from "@/lib/domain/decision";
import type { OrganizationId, OrganizationMemberId, ProviderId } from "@/lib/domain/ids";
import {
  mayManageOrganization,
  maySeeOrganization,
  mayUseItemsAsProvider,
  type OrganizationStanding,
} from "@/lib/domain/organization/member";
import type { Plan } from "@/lib/domain/organization/plans";
import type { Access } from "@/lib/operations/access";

/** What every page of a client's console shows of it. */
export type OrganizationFrame = {
  name: string;
  plan: Plan;
  seats: number;
  usedSeats: number;
  toConfirm: number;
  provider: { id: ProviderId; name: string } | null;
  /** When the provider's visit began; null for members. */
  visitSince: Date | null;
};

export type OrganizationPlace = NonNullable<OrganizationStanding> & { frame: OrganizationFrame };

type Standing = OrganizationPlace | "nobody" | "anonymous";
type Target = { organizationId: OrganizationId };

/**
 * In what capacity the actor acts here. Only confirmed places count, membership comes before the provider,
 * and a provider user's place needs an open visit of this very session. One statement.
 */
async function standing(tx: Tx, actor: Actor, { organizationId }: Target): Promise<Standing> {
  if (actor.kind !== "user") return "anonymous";
  const [row] = await tx
    .select({
      memberId: organizationMembers.id,
      role: organizationMembers.role,
      providerMemberId: providerMembers.id,
      visitSince: clientVisits.startedAt,
      name: organizations.name,
      plan: organizations.plan,
      state: organizations.state,
      access: organizations.providerAccess,
      seats: organizations.seats,
      usedSeats: organizations.usedSeats,
      providerId: organizations.providerId,
      providerName: providers.name,
      toConfirm: sql<number>`(select count(*)::int from ${organizationMembers} as team
        where team.organization_id = ${organizations.id} and team.status = 'accepted')`,
    })
    .from(organizations)
    .leftJoin(providers, eq(providers.id, organizations.providerId))
    .leftJoin(
      organizationMembers,
      and(
        eq(organizationMembers.organizationId, organizations.id),
        eq(organizationMembers.userId, actor.userId),
        eq(organizationMembers.status, "confirmed"),
      ),
    )
    .leftJoin(
      providerMembers,
      and(
        eq(providerMembers.providerId, organizations.providerId),
        eq(providerMembers.userId, actor.userId),
        eq(providerMembers.status, "confirmed"),
      ),
    )
    .leftJoin(
      clientVisits,
      and(
        eq(clientVisits.sessionId, actor.sessionId),
        eq(clientVisits.organizationId, organizations.id),
        isNull(clientVisits.endedAt),
      ),
    )
    .where(eq(organizations.id, organizationId));
  if (!row) return "nobody";
  const { memberId, role, providerMemberId, visitSince, access, state, providerId, providerName, ...shown } =
    row;
  const provider = providerId ? { id: providerId, name: providerName ?? "" } : null;
  const frame: OrganizationFrame = { ...shown, provider, visitSince: memberId ? null : visitSince };
  if (memberId && role) return { state, frame, capacity: { as: "member", role, memberId } };
  if (!providerMemberId) return "nobody";
  return { state, frame, capacity: { as: "provider", access, entered: visitSince ? "entered" : "outside" } };
}

const organizationAccess = (
  rule: (standing: OrganizationStanding) => Decision,
): Access<Target, Standing> => ({
  name: "organization",
  standing,
  rule: (place) =>
    place === "anonymous" ? refuse("not_signed_in") : rule(place === "nobody" ? null : place),
  stamp: (place) =>
    typeof place !== "string" && place.capacity.as === "provider" && place.frame.provider
      ? { providerId: place.frame.provider.id }
      : {},
});

/** Every confirmed member, and the provider's people during a visit. */
export const organizationPeople = organizationAccess(maySeeOrganization);

/** Owners, admins, and the provider's people during a visit. */
export const organizationManagers = organizationAccess(mayManageOrganization);

/** The same, where items are read or written: the client may have closed that to its provider. */
export const itemManagers = organizationAccess(mayUseItemsAsProvider);

/** The place that an allowed standing is. The rule above has already refused the others. */
export function placeOf(standing: Standing): OrganizationPlace {
  if (typeof standing === "string") throw new Error(`${standing} has no place in the organization`);
  return standing;
}

/** The member that the actor is here, where they act as one. */
export const memberIdOf = (place: OrganizationPlace): OrganizationMemberId | null =>
  place.capacity.as === "member" ? place.capacity.memberId : null;
