import "server-only";
import { and, eq, inArray, or, type SQLWrapper, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import { type Lock, team } from "@/lib/operations/locks";

/** The addresses among `emails` that belong to somebody in the team of the organization's provider. */
export async function teamAmong(
  tx: Tx,
  organizationId: OrganizationId,
  emails: readonly string[],
): Promise<ReadonlySet<string>> {
  const staff = await tx
    .select({ email: sql<string>`coalesce(${users.email}, ${providerMembers.email})` })
    .from(providerMembers)
    .innerJoin(organizations, eq(organizations.providerId, providerMembers.providerId))
    .leftJoin(users, eq(users.id, providerMembers.userId))
    .where(
      and(
        eq(organizations.id, organizationId),
        or(inArray(users.email, [...emails]), inArray(providerMembers.email, [...emails])),
      ),
    );
  return new Set(staff.map(({ email }) => email));
}

/**
 * The lock of the provider's team if one of `emails` belongs to somebody in it, and no lock if not. Removing
 * somebody from the team takes the same lock and ends their places in clients, so it has to wait until a new
 * place is there.
 */
export async function lockOfTeam(
  tx: Tx,
  providerId: ProviderId | SQLWrapper,
  emails: readonly string[],
): Promise<Lock[]> {
  const [staff] = await tx
    .select({ providerId: providerMembers.providerId })
    .from(providerMembers)
    .where(and(eq(providerMembers.providerId, providerId), inArray(providerMembers.address, [...emails])))
    .limit(1);
  return staff ? [team(staff.providerId)] : [];
}

/** The lock of the whole team of an organization's provider. */
export async function lockOfProvider(tx: Tx, organizationId: OrganizationId): Promise<Lock[]> {
  const [client] = await tx
    .select({ providerId: organizations.providerId })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return client?.providerId ? [team(client.providerId)] : [];
}
