import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";

/** The provider of an organization, as part of a statement; null of one that has none. */
export const providerOf = (organizationId: SQLWrapper | OrganizationId): SQL<ProviderId | null> =>
  sql`(select client.provider_id from ${organizations} as client where client.id = ${organizationId})`;
