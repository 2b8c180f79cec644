import "server-only";
import { and, eq, inArray, not } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import { providerRolesWith } from "@/lib/domain/provider/permissions";
import { hasAccessEnded } from "@/lib/operations/access-end";
import { confirmedWhoMay } from "@/lib/operations/organization/internal/confirmed-who-may";
import { confirmedAmong } from "@/lib/operations/people/internal/members";

/** Whose client it was. */
const adminsOf = (providerId: ProviderId) => ({
  of: providerMembers,
  which: and(
    eq(providerMembers.providerId, providerId),
    inArray(providerMembers.role, providerRolesWith("create_clients")),
    not(hasAccessEnded),
  ),
});

/** Those who are told of a deletion, because they could have done it: owners, and admins of the provider. */
export async function whoCouldDelete(tx: Tx, organizationId: OrganizationId, providerId: ProviderId | null) {
  const owners = await confirmedWhoMay(tx, organizationId, "delete_organization");
  const admins = providerId ? await confirmedAmong(tx, adminsOf(providerId)) : [];
  return [...owners, ...admins];
}
