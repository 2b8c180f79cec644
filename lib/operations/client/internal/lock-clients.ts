import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";

/** Clients of this provider, their rows locked, in the order of their ids. Ids of others are left out. */
export const lockClients = (tx: Tx, providerId: ProviderId, organizationIds: readonly OrganizationId[]) =>
  tx
    .select({
      id: organizations.id,
      providerOrganizationId: providerOrganizations.id,
      name: organizations.name,
      plan: organizations.plan,
      seats: organizations.seats,
      usedSeats: organizations.usedSeats,
      state: organizations.state,
      tags: organizations.tags,
    })
    .from(organizations)
    .innerJoin(providerOrganizations, eq(providerOrganizations.organizationId, organizations.id))
    .where(and(eq(organizations.providerId, providerId), inArray(organizations.id, [...organizationIds])))
    .orderBy(asc(organizations.id))
    .for("no key update", { of: organizations });

export type LockedClient = Awaited<ReturnType<typeof lockClients>>[number];
