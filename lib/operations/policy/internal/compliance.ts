import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";

/**
 * Whether an account has a place in another organization than this one. Only places that were accepted count: an
 * invitation is nothing that the person did, and a revoked place is none.
 */
export const hasPlaceBeside = (
  organizationId: SQLWrapper,
  userId: SQLWrapper,
): SQL<boolean> => sql<boolean>`exists (
  select from ${organizationMembers} as elsewhere
  where elsewhere.user_id = ${userId} and elsewhere.organization_id <> ${organizationId}
    and elsewhere.status in ('accepted', 'confirmed'))`;
