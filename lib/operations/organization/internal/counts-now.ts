import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { hasJoinedTeam } from "@/lib/operations/is-in-team";

/**
 * Whether a member's row is of an owner who counts: confirmed, of the client's own, let in by somebody who counts or
 * named when the client was made, and not of its provider's team.
 *
 * @param member what the row is called within the statement.
 */
export const countsNow = (member: SQL): SQL<boolean> =>
  sql<boolean>`(${member}.role = 'owner' and ${member}.status = 'confirmed' and ${member}.place_of_provider is null
    and not ${member}.let_in_by_provider and not ${hasJoinedTeam(providerOf(member), sql`${member}.address`)})`;

const providerOf = (member: SQL) =>
  sql`(select home.provider_id from ${organizations} as home where home.id = ${member}.organization_id)`;
