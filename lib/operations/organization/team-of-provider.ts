import "server-only";
import { and, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { OrganizationId } from "@/lib/domain/ids";
import { actsForProvider } from "@/lib/domain/organization/provider-place";
import { memberIdOf, type OrganizationPlace } from "@/lib/operations/organization/access";

/**
 * Whether a row of a select over members, joined to their accounts, is somebody in the team of the organization's
 * provider: by account or by address, invited or confirmed there.
 */
export const isOfTeam: SQL<boolean> = sql<boolean>`exists (
  select from ${providerMembers} as staff
  join ${organizations} as client on client.provider_id = staff.provider_id
  left join ${users} as account on account.id = staff.user_id
  where client.id = ${organizationMembers.organizationId}
    and (staff.user_id = ${organizationMembers.userId}
      or coalesce(account.email, staff.email) = coalesce(${users.email}, ${organizationMembers.email}))
)`;

/** What lists mark: somebody of the provider's team, or a place that the provider has. */
export const isOfProvider: SQL<boolean> = sql<boolean>`(${isNotNull(organizationMembers.placeOfProvider)} or ${isOfTeam})`;

/** Those of `emails` that are in the team of the organization's provider. */
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

/** Whether the actor acts for the provider here: in a visit, or in a place that is the provider's. */
export async function isForProvider(tx: Tx, place: OrganizationPlace): Promise<boolean> {
  const memberId = memberIdOf(place);
  const [own] = memberId
    ? await tx
        .select({ placeOfProvider: organizationMembers.placeOfProvider })
        .from(organizationMembers)
        .where(eq(organizationMembers.id, memberId))
    : [];
  return actsForProvider(place, Boolean(own?.placeOfProvider));
}
