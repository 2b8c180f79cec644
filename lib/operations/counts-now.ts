import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationId } from "@/lib/domain/ids";
import { hasJoinedTeam } from "@/lib/operations/is-in-team";
import { providerOf } from "@/lib/operations/provider-of";

/**
 * Whether a member's row is of an owner who counts: confirmed, of the client's own, let in by somebody who counts or
 * named when the client was made, and not of its provider's team.
 *
 * @param member what the row is called within the statement.
 */
export const countsNow = (member: SQL): SQL<boolean> =>
  sql<boolean>`(${member}.role = 'owner' and ${member}.status = 'confirmed' and ${member}.place_of_provider is null
    and not ${member}.let_in_by_provider and not ${hasJoinedTeam(providerOf(sql`${member}.organization_id`), sql`${member}.address`)})`;

/**
 * Whether an organization has an owner of its own, confirmed or not yet: whoever its former provider has let in is no
 * more than that beside them. Where there is neither such an owner nor a provider, there is nobody else to ask.
 */
export const hasOwnOwner = (organizationId: SQLWrapper | OrganizationId): SQL<boolean> =>
  sql<boolean>`exists (select from ${organizationMembers} as own where own.organization_id = ${organizationId}
    and own.role = 'owner' and own.user_id is not null and own.place_of_provider is null
    and not own.let_in_by_provider)`;
