import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { clientVisits } from "@/db/schema/client-visits";
import { organizationKeyHandovers } from "@/db/schema/organization-keys";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { rotations } from "@/db/schema/rotations";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, ProviderId, ProviderOrganizationId, UserId } from "@/lib/domain/ids";
import { mayUnlink } from "@/lib/domain/provider/linking";
import { assertAllowed } from "@/lib/operations/command";
import { account, type Lock, seatsOf } from "@/lib/operations/locks";
import { endRecoveries } from "@/lib/operations/organization/internal/end-recoveries";
import { freeClientSeats } from "@/lib/operations/organization/internal/free-client-seats";
import { keepTeamApart } from "@/lib/operations/organization/internal/keep-team-apart";
import { lockOrganization } from "@/lib/operations/organization/internal/lock-organization";
import { membersReachingAll } from "@/lib/operations/organization/internal/members-who-may";
import { ownOwners } from "@/lib/operations/organization/internal/own-owners";
import { tellUnlinked } from "@/lib/operations/organization/internal/tell-unlinked";
import { oweRotationOfTeam } from "@/lib/operations/owe-rotation-of-team";
import { leaveClientJobs } from "@/lib/operations/provider/internal/client-jobs-over";
import { endStaffPlaces } from "@/lib/operations/provider/internal/end-staff-places";
import { placesInClient } from "@/lib/operations/provider/internal/places-in-client";
import {
  advanceAccounts,
  advanceOrganization,
  advanceProvider,
} from "@/lib/operations/revision/internal/advance";
import { endVisits } from "@/lib/operations/visit/internal/end-visits";

type Which = { providerId: ProviderId; organizationId: OrganizationId };
type Tie = Which & {
  providerOrganizationId: ProviderOrganizationId;
  providerName: string | null;
  /** Whether the provider lets the client go. Otherwise an owner of the client leaves it. */
  byProvider: boolean;
};

/** The locks of `endTie`: acts of the provider's people that are under way come first, or find nothing. */
export async function locksOfTie(tx: Tx, { providerId, organizationId }: Which): Promise<Lock[]> {
  const places = await placesInClient(tx, providerId, organizationId);
  const client: Lock = { whole: "organization", id: organizationId, takes: "authority" };
  return [...places.flatMap(({ userId }) => (userId ? [account(userId)] : [])), seatsOf(providerId), client];
}

/**
 * Takes a client out of its provider. Its key row goes, and with it visits and the places that are the provider's; its
 * seats come back to the provider. The organization lives on with everything in it, and the passwords that the team
 * could read are owed. All of its own owners are told.
 *
 * @throws {Refused} `no_own_owner` where nobody would own it afterwards.
 * @returns what both logs say.
 */
export async function endTie(tx: Tx, tie: Tie, by: UserId, now: Date): Promise<AuditEvent[]> {
  const { providerId, organizationId, providerOrganizationId } = tie;
  const { name, seats } = await lockOrganization(tx, organizationId);
  const owners = await ownOwners(tx, organizationId);
  const [first] = owners;
  assertAllowed(mayUnlink(owners.length));

  const left = await endVisits(tx, eq(clientVisits.organizationId, organizationId), now);
  const recoveries = await endRecoveries(tx, tie, eq(accountRecoveries.forProvider, true));
  const rotation = await endItsRotation(tx, tie);
  await keepTeamApart(tx, organizationId, now);
  const places = await placesInClient(tx, providerId, organizationId);
  const ended = await endStaffPlaces(tx, providerId, places, now);
  await oweRotationOfTeam(tx, { providerId, organizationId, reachingAll: membersReachingAll() });
  await freeClientSeats(tx, tie, { by, reason: "client_unlinked" }, now);
  await tx
    .delete(organizationKeyHandovers)
    .where(eq(organizationKeyHandovers.organizationId, organizationId));
  const jobs = await leaveClientJobs(tx, tie);
  await tx.delete(providerOrganizations).where(eq(providerOrganizations.id, providerOrganizationId));
  await tx
    .update(organizations)
    .set({
      providerId: null,
      status: "created",
      ...(first && { billingEmail: first.email }),
      // How far it lets a provider in stays as it is: an owner who does not count could link it again.
      providerReadUntil: null,
      revisedAt: now,
    })
    .where(eq(organizations.id, organizationId));

  const provider = tie.providerName ?? "";
  await tellUnlinked(tx, { organizationId, organizationName: name, providerName: provider }, owners, now);
  const [here, there] = [
    await advanceOrganization(tx, organizationId),
    await advanceProvider(tx, providerId),
  ];
  await advanceAccounts(
    tx,
    places.flatMap(({ userId }) => userId ?? []),
    here > there ? here : there,
  );
  const inClient: AuditEvent[] = [
    ...recoveries,
    ...rotation,
    ...ended,
    { type: "organization.unlinked", organizationId, providerId, details: { provider, seats } },
  ];
  return [
    ...left,
    ...(tie.byProvider ? inClient : inClient.map(asOwners)),
    { type: "client.removed", providerId, providerOrganizationId, details: { name, seats } },
    ...jobs,
  ];
}

/** What an owner does is none of the provider's doing: the client's own log does not name the provider as its author. */
function asOwners(event: AuditEvent): AuditEvent {
  if (!("organizationId" in event) || !event.organizationId) return event;
  const { providerId: _, ...rest } = event;
  // Only the provider is left out, which every event of an organization can do without.
  return rest as AuditEvent;
}

/** A replacement of the client's key that somebody acting for the provider has begun is over. */
async function endItsRotation(tx: Tx, { organizationId, providerId }: Which): Promise<AuditEvent[]> {
  const begun = await tx
    .delete(rotations)
    .where(and(eq(rotations.organizationId, organizationId), eq(rotations.forProvider, true)))
    .returning({ id: rotations.id });
  return begun.map(() => ({ type: "organization.key_rotation_cancelled", organizationId, providerId }));
}
