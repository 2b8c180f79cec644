import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { AuditEvent } from "@/lib/domain/events";
import type { ProviderId } from "@/lib/domain/ids";
import { endOfPlace } from "@/lib/domain/invitation";
import { occupiesSeat, organizationMemberStatuses } from "@/lib/domain/organization/member";
import { letGoOfOwnCollections } from "@/lib/operations/collection/internal/own-collections";
import { touchedOwner } from "@/lib/operations/event/internal/touched-owner";
import { oweRotation } from "@/lib/operations/owe-rotation";
import type { staffPlaces } from "@/lib/operations/provider/internal/staff-places";

const occupyingSeats = sql`member.status in ${organizationMemberStatuses.filter(occupiesSeat)}`;

type Place = Awaited<ReturnType<typeof staffPlaces>>[number];

/**
 * Ends the places in clients that belong to the provider, under the locks of those clients. This ends the place
 * of a client's last owner too. A provider can give a client a new owner, but somebody who has left must not
 * stay in one. What each could read is written down before.
 *
 * @returns the events that say so, in the clients' logs and in the provider's.
 */
export async function endStaffPlaces(
  tx: Tx,
  providerId: ProviderId,
  places: readonly Place[],
  now: Date,
): Promise<AuditEvent[]> {
  // Two members of the team can lead to the same place, one by the account and one by the address.
  const ended = [
    ...new Map(places.flatMap((place) => (place.isProviders ? [[place.memberId, place]] : []))).values(),
  ];
  if (ended.length === 0) return [];
  await oweRotation(
    tx,
    ended.map(({ memberId: id, ...place }) => ({ id, ...place })),
  );
  const ofCollections = await letGoOfOwnCollections(
    tx,
    ended.map(({ memberId }) => memberId),
    now,
  );
  await tx.delete(organizationMembers).where(
    inArray(
      organizationMembers.id,
      ended.map(({ memberId }) => memberId),
    ),
  );
  await tx
    .update(organizations)
    .set({
      usedSeats: sql`(select count(*)::int from organization_members as member
        where member.organization_id = organizations.id and ${occupyingSeats})`,
      revisedAt: now,
    })
    .where(
      inArray(
        organizations.id,
        ended.map(({ organizationId }) => organizationId),
      ),
    );
  return [...ofCollections, ...ended.flatMap((place) => eventsOf(providerId, place))];
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
