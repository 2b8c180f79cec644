import "server-only";
import { and, eq, inArray, not } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import { providerRolesWith } from "@/lib/domain/provider/permissions";
import { hasAccessEnded } from "@/lib/operations/access-end";
import { confirmedWhoMay } from "@/lib/operations/organization/internal/confirmed-who-may";
import { acceptedAmong, confirmedAmong } from "@/lib/operations/people/internal/members";

/** Whose client it was. */
const adminsOf = (providerId: ProviderId) => ({
  of: providerMembers,
  which: and(
    eq(providerMembers.providerId, providerId),
    inArray(providerMembers.role, providerRolesWith("create_clients")),
    not(hasAccessEnded),
  ),
});

/**
 * Those who are told of a deletion: owners and admins of the provider, because they could have done it, and whoever waits
 * to be confirmed.
 */
export async function toldOfDeletion(tx: Tx, organizationId: OrganizationId, providerId: ProviderId | null) {
  const owners = await confirmedWhoMay(tx, organizationId, "delete_organization");
  const admins = providerId ? await confirmedAmong(tx, adminsOf(providerId)) : [];
  const waiting = { of: organizationMembers, which: eq(organizationMembers.organizationId, organizationId) };
  return [...owners, ...admins, ...(await acceptedAmong(tx, waiting))];
}
