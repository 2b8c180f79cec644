import "server-only";
import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import type { UserId } from "@/lib/domain/ids";
import { providerRolesWith } from "@/lib/domain/provider/permissions";
import { countsNow } from "@/lib/operations/counts-now";

/**
 * The places that somebody has in organizations, each with whether they are its last confirmed owner, or the last who
 * answers for it towards its provider.
 */
export const placesInOrganizations = (tx: Tx, userId: UserId) =>
  tx
    .select({
      id: organizationMembers.id,
      tenantId: organizations.id,
      name: organizations.name,
      role: organizationMembers.role,
      status: organizationMembers.status,
      isLast: sql<boolean>`${organizationMembers.role} = 'owner' and ${organizationMembers.status} = 'confirmed'
        and not exists (select 1 from organization_members as other where other.organization_id = ${organizations.id}
          and other.role = 'owner' and other.status = 'confirmed' and other.id <> ${organizationMembers.id})`,
      isLastCounting: sql<boolean>`${organizationMembers.role} = 'owner' and ${organizationMembers.status} = 'confirmed'
        and ${organizationMembers.placeOfProvider} is null and not ${organizationMembers.letInByProvider}
        and not exists (select 1 from organization_members as other where other.organization_id = ${organizations.id}
          and other.id <> ${organizationMembers.id} and ${countsNow(sql`other`)})`,
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .where(eq(organizationMembers.userId, userId))
    .orderBy(asc(organizations.sortName), asc(organizations.id));

const confirming = providerRolesWith("confirm_staff");

/**
 * The places that somebody has in teams of providers, each with whether they are its last confirmed admin: one whose
 * access ends on a date does not count.
 */
export const placesInProviders = (tx: Tx, userId: UserId) =>
  tx
    .select({
      id: providerMembers.id,
      tenantId: providers.id,
      name: sql<string>`coalesce(${providers.name}, '')`,
      role: providerMembers.role,
      status: providerMembers.status,
      isLast: sql<boolean>`${inArray(providerMembers.role, confirming)} and ${providerMembers.status} = 'confirmed'
        and not exists (select 1 from provider_members as other where other.provider_id = ${providers.id}
          and ${inArray(sql`other.role`, confirming)} and other.status = 'confirmed' and other.access_ends_at is null
          and other.id <> ${providerMembers.id})`,
    })
    .from(providerMembers)
    .innerJoin(providers, eq(providers.id, providerMembers.providerId))
    .where(eq(providerMembers.userId, userId))
    .orderBy(asc(providers.name), asc(providers.id));

/** Whether somebody administers the instance, and nobody else does. Final only under the instance's lock. */
export async function isLastAdministrator(tx: Tx, userId: UserId): Promise<boolean> {
  const administrators = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.instanceRole, "administrator"))
    .limit(2);
  return administrators.length === 1 && administrators[0]?.id === userId;
}
