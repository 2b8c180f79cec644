import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import type { AuditEvent } from "@/lib/domain/events";
import type { UserId } from "@/lib/domain/ids";
import { occupiesSeat } from "@/lib/domain/organization/member";
import type { placesInOrganizations, placesInProviders } from "@/lib/operations/account/internal/own-places";
import type { MustHold } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
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
  for (const { tenantId: providerId, id } of inProviders) {
    const places = await staffPlaces(tx, { providerId, memberIds: [id] });
    const ofProvider = places.filter(({ isProviders }) => isProviders);
    // A place by address alone is not among the account's own.
    mustHold(...ofProvider.map(({ organizationId }) => organization(organizationId)));
    changed.push(...ofProvider.map(({ organizationId }) => organizationId));
    events.push(...(await endStaffPlaces(tx, providerId, places, now)));
  }
  const own = await tx
    .delete(organizationMembers)
    .where(eq(organizationMembers.userId, userId))
    .returning({ id: organizationMembers.id });
  const ended = new Set(own.map(({ id }) => id));
  for (const { id, tenantId: organizationId, role, status } of inOrganizations) {
    if (!ended.has(id)) continue;
    changed.push(organizationId);
    if (occupiesSeat(status))
      await tx
        .update(organizations)
        .set({ usedSeats: sql`${organizations.usedSeats} - 1`, revisedAt: now })
        .where(eq(organizations.id, organizationId));
    const about = { organizationId, organizationMemberId: id, userId };
    events.push({ type: "organization_member.removed", ...about, details: { email, role } });
  }
  const teams = inProviders.map(({ id }) => id);
  if (teams.length > 0) await tx.delete(providerMembers).where(inArray(providerMembers.id, teams));
  for (const { id, tenantId: providerId, role } of inProviders) {
    const about = { providerId, providerMemberId: id, userId };
    events.push({ type: "provider_member.removed", ...about, details: { email, role } });
    await advanceProvider(tx, providerId);
  }
  await advanceOrganizations(tx, changed);
  return events;
}
