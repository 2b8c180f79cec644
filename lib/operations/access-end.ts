import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";

// Somebody's access to a provider can end on a date. Each standing looks at it, so it holds from that moment on.

/** Whether the access has ended of whoever's row in a provider's team is read. */
export const hasAccessEnded: SQL<boolean> = ended(providerMembers.accessEndsAt);

/** The same of a row that goes by another name in the statement. */
export const accessEndedOf = (staff: SQLWrapper): SQL<boolean> => ended(sql`${staff}.access_ends_at`);

/**
 * Whether a row of an organization's members is a place that belongs to a provider, and the access there of its person
 * has ended: the place opens nothing then. Places that clients have given of their own go on.
 */
export const hasPlaceEnded: SQL<boolean> = placeEnded(sql`${organizationMembers}`);

/** The same of a row that goes by another name in the statement. */
export function placeEnded(place: SQLWrapper): SQL<boolean> {
  return sql<boolean>`exists (select from ${providerMembers} as staff where staff.provider_id = ${place}.place_of_provider
    and staff.user_id = ${place}.user_id and ${accessEndedOf(sql`staff`)})`;
}

/** When the access ended that a place of a provider's rests on; null where it goes on, and of every other place. */
export const endOfPlaceAccess = (place: SQLWrapper): SQL =>
  sql`(select max(staff.access_ends_at) from ${providerMembers} as staff where staff.provider_id = ${place}.place_of_provider
    and staff.user_id = ${place}.user_id and ${accessEndedOf(sql`staff`)})`;

function ended(moment: SQLWrapper): SQL<boolean> {
  return sql<boolean>`coalesce(${moment} <= statement_timestamp(), false)`;
}
