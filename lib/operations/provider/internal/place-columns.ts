import "server-only";
import { sql } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { CustomPermission } from "@/lib/domain/organization/permissions";

/** Of a place in a client, what is needed to end it. The select joins its organization and the tie to the provider. */
export const placeColumns = {
  memberId: organizationMembers.id,
  organizationId: organizations.id,
  providerOrganizationId: providerOrganizations.id,
  client: organizations.name,
  role: organizationMembers.role,
  status: organizationMembers.status,
  permissions: sql<CustomPermission[]>`coalesce(${organizationMembers.permissions}, '[]')`,
  userId: organizationMembers.userId,
};
