import "server-only";
import { isNotNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import { accessEndedOf } from "@/lib/operations/access-end";
import { providerOf } from "@/lib/operations/provider-of";

/** Whether an address is in a provider's team. One look into an index; of no provider, nobody is. */
export function isInTeam(providerId: SQLWrapper, address: SQLWrapper): SQL<boolean> {
  return sql<boolean>`exists (select from ${providerMembers} as staff
    where staff.provider_id = ${providerId} and staff.address = ${address})`;
}

/** The provider of the organization that a member's row is of. */
const providerHere = providerOf(organizationMembers.organizationId);

/**
 * Whether a row of a select over an organization's members is somebody in the team of its provider, invited or
 * confirmed there. Whoever has the same account has the same address.
 */
export const isOfTeam: SQL<boolean> = isInTeam(providerHere, organizationMembers.address);

/** Whether an address is of somebody who has accepted a place in a provider's team: an open invitation frees nobody. */
export function hasJoinedTeam(providerId: SQLWrapper, address: SQLWrapper): SQL<boolean> {
  return sql<boolean>`exists (select from ${providerMembers} as staff
    where staff.provider_id = ${providerId} and staff.address = ${address} and staff.status <> 'invited')`;
}

/** Whether an account has accepted a place in a provider's team. An invitation alone changes nothing for anybody. */
export const hasAccountJoinedTeam = (providerId: SQLWrapper, userId: SQLWrapper): SQL<boolean> =>
  hasJoinedTeam(
    providerId,
    sql`(select account.email from ${users} as account where account.id = ${userId})`,
  );

/** Whether a row of a select over an organization's members is somebody who has joined the team of its provider. */
export const isOfJoinedTeam: SQL<boolean> = hasJoinedTeam(providerHere, organizationMembers.address);

/**
 * Whether an address is of somebody who works in a provider's team: they have joined it, and their access has not ended.
 * Policies leave these free.
 */
export function worksInTeam(providerId: SQLWrapper, address: SQLWrapper): SQL<boolean> {
  return sql<boolean>`exists (select from ${providerMembers} as staff
    where staff.provider_id = ${providerId} and staff.address = ${address} and staff.status <> 'invited'
      and not ${accessEndedOf(sql`staff`)})`;
}

/** Whether policies take a row of a select over an organization's members for one of its provider's people. */
export const isOfWorkingTeam: SQL<boolean> = worksInTeam(providerHere, organizationMembers.address);

/**
 * Whether a row of a select over an organization's members is somebody who has joined the team of any provider: their
 * user key opens the clients of that provider.
 */
export const isOfAnyJoinedTeam: SQL<boolean> = sql<boolean>`exists (select from ${providerMembers} as staff
  where staff.address = ${organizationMembers.address} and staff.status <> 'invited')`;

/**
 * Whether lists mark a member as the provider's: somebody of its team, or in a place that belongs to the
 * provider.
 */
export const isOfProvider: SQL<boolean> = sql<boolean>`(${isNotNull(organizationMembers.placeOfProvider)} or ${isOfTeam})`;
