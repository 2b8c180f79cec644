import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import type { AuditEvent } from "@/lib/domain/events";
import type { UserId } from "@/lib/domain/ids";
import type { placesInOrganizations, placesInProviders } from "@/lib/operations/account/internal/own-places";
import type { MustHold } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { deleteMembers } from "@/lib/operations/organization/internal/delete-members";
import { lockMembers } from "@/lib/operations/organization/internal/lock-members";
import { oweRotationOfStaff } from "@/lib/operations/owe-rotation-of-team";
import { endStaffPlaces } from "@/lib/operations/provider/internal/end-staff-places";
import { staffPlaces } from "@/lib/operations/provider/internal/staff-places";
import { advanceOrganizations, advanceProvider } from "@/lib/operations/revision/internal/advance";

type Leaver = {
  userId: UserId;
  email: string;
  inProviders: Awaited<ReturnType<typeof placesInProviders>>;
  inOrganizations: Awaited<ReturnType<typeof placesInOrganizations>>;
};

/**
 * Ends every place of somebody who deletes their account, and frees the seats. What the provider had through them in
 * its clients ends too. The caller holds the locks of all these teams and organizations.
 *
 * @returns the events that say so, in the log of each.
 */
export async function leavePlaces(tx: Tx, leaver: Leaver, mustHold: MustHold, now: Date) {
  const { userId, email, inProviders, inOrganizations } = leaver;
  const events: AuditEvent[] = [];
  const changed = [];
  const teams = inProviders.map(({ id }) => id);
  // Before any place ends: what a member could read is written down with that place.
  if (teams.length > 0) await oweRotationOfStaff(tx, teams);
  for (const { tenantId: providerId, id } of inProviders) {
    const places = await staffPlaces(tx, { providerId, memberIds: [id] });
    const ofProvider = places.filter(({ isProviders }) => isProviders);
    // A place by address alone is not among the account's own.
    mustHold(...ofProvider.map(({ organizationId }) => organization(organizationId)));
    changed.push(...ofProvider.map(({ organizationId }) => organizationId));
    events.push(...(await endStaffPlaces(tx, providerId, places, now)));
  }
  for (const { id, tenantId: organizationId, role } of inOrganizations) {
    const members = await lockMembers(tx, { organizationId, memberIds: [id] });
    if (members.length === 0) continue;
    events.push(...(await deleteMembers(tx, organizationId, members, now)));
    const about = { organizationId, organizationMemberId: id, userId };
    events.push({ type: "organization_member.removed", ...about, details: { email, role } });
  }
  if (teams.length > 0) await tx.delete(providerMembers).where(inArray(providerMembers.id, teams));
  for (const { id, tenantId: providerId, role } of inProviders) {
    const about = { providerId, providerMemberId: id, userId };
    events.push({ type: "provider_member.removed", ...about, details: { email, role } });
    await advanceProvider(tx, providerId);
  }
  await advanceOrganizations(tx, changed);
  return events;
}
