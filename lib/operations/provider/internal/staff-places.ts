import "server-only";
import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { users } from "@/db/schema/users";
import type { ProviderId, ProviderMemberId } from "@/lib/domain/ids";
import { placeColumns } from "@/lib/operations/provider/internal/place-columns";

type Staff = { providerId: ProviderId; memberIds: readonly ProviderMemberId[] };

/**
 * The places that people of a provider's team have in its clients, by account or by address. Those that are the
 * provider's end when it lets them go; the others are theirs.
 */
export function staffPlaces(tx: Tx, { providerId, memberIds }: Staff) {
  return tx
    .select({
      ...placeColumns,
      email: sql<string>`coalesce(${users.email}, ${providerMembers.email}, '')`,
      isProviders: sql<boolean>`${organizationMembers.placeOfProvider} is not null`,
    })
    .from(providerMembers)
    .leftJoin(users, eq(users.id, providerMembers.userId))
    .innerJoin(
      organizationMembers,
      or(
        eq(organizationMembers.userId, providerMembers.userId),
        eq(organizationMembers.email, sql`coalesce(${users.email}, ${providerMembers.email})`),
        sql`${organizationMembers.userId} = (select account.id from ${users} as account
          where account.email = ${providerMembers.email})`,
      ),
    )
    .innerJoin(
      organizations,
      and(eq(organizations.id, organizationMembers.organizationId), eq(organizations.providerId, providerId)),
    )
    .innerJoin(providerOrganizations, eq(providerOrganizations.organizationId, organizations.id))
    .where(and(eq(providerMembers.providerId, providerId), inArray(providerMembers.id, [...memberIds])))
    .orderBy(asc(organizations.sortName), asc(organizations.id));
}
