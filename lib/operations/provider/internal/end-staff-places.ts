import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { AuditEvent } from "@/lib/domain/events";
import type { ProviderId } from "@/lib/domain/ids";
import { endOfPlace } from "@/lib/domain/invitation";
import { occupiesSeat, organizationMemberStatuses } from "@/lib/domain/organization/member";
import { touchedOwner } from "@/lib/operations/organization/internal/both-logs";
import type { staffPlaces } from "@/lib/operations/provider/internal/staff-places";

const occupyingSeats = sql`team.status in ${organizationMemberStatuses.filter(occupiesSeat)}`;

type Place = Awaited<ReturnType<typeof staffPlaces>>[number];

/**
 * Ends the places in clients that are the provider's own, under the locks of those clients. The last owner's too:
 * a client without an owner is given one again by its provider, and a place of somebody who was let go is worse.
 *
 * @returns the events that say so, in the clients' logs and in the provider's.
 */
export async function endStaffPlaces(
  tx: Tx,
  providerId: ProviderId,
  places: readonly Place[],
  now: Date,
): Promise<AuditEvent[]> {
  // Two of the team can have led to one place: by its account, and by its address.
  const ended = [
    ...new Map(places.flatMap((place) => (place.isProviders ? [[place.memberId, place]] : []))).values(),
  ];
  if (ended.length === 0) return [];
  await tx.delete(organizationMembers).where(
    inArray(
      organizationMembers.id,
      ended.map(({ memberId }) => memberId),
    ),
  );
  await tx
    .update(organizations)
    .set({
      usedSeats: sql`(select count(*)::int from organization_members as team
        where team.organization_id = organizations.id and ${occupyingSeats})`,
      revisedAt: now,
    })
    .where(
      inArray(
        organizations.id,
        ended.map(({ organizationId }) => organizationId),
      ),
    );
  return ended.flatMap((place) => eventsOf(providerId, place));
}

function eventsOf(providerId: ProviderId, place: Place): AuditEvent[] {
  const { organizationId, memberId, userId, providerOrganizationId, client, email, role, status } = place;
  const end = endOfPlace(status);
  const about = { providerId, organizationMemberId: memberId, ...(userId && { userId }) };
  const owner = { memberId, email };
  const asClient = { providerId, providerOrganizationId, client };
  return [
    { type: `organization_member.${end}`, ...about, organizationId, details: { email, role } },
    { type: "client.place_ended", ...about, providerOrganizationId, details: { client, email, role } },
    ...(role === "owner" ? [touchedOwner(asClient, owner, end)] : []),
  ];
}
