import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import { placeColumns } from "@/lib/operations/provider/internal/place-columns";

/** The places in one client that are the provider's, whoever has them, as `endStaffPlaces` takes them. */
export const placesInClient = (tx: Tx, providerId: ProviderId, organizationId: OrganizationId) =>
  tx
    .select({
      ...placeColumns,
      email: organizationMembers.address,
      isProviders: sql<boolean>`true`,
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .innerJoin(
      providerOrganizations,
      eq(providerOrganizations.organizationId, organizationMembers.organizationId),
    )
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.placeOfProvider, providerId),
      ),
    );
