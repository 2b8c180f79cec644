import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providers } from "@/db/schema/providers";
import type { OwnerAct } from "@/lib/domain/event-subjects";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { isRecordedAsProviders } from "@/lib/domain/organization/provider-place";
import { type Owner, touchedOwner } from "@/lib/operations/event/internal/touched-owner";
import type { OrganizationPlace } from "@/lib/operations/organization/access";

/** An organization as its provider's log knows it; null where it has no provider. */
export async function asClient(tx: Tx, organizationId: OrganizationId) {
  const [client] = await tx
    .select({
      providerId: providerOrganizations.providerId,
      providerOrganizationId: providerOrganizations.id,
      providerName: providers.name,
      client: organizations.name,
    })
    .from(providerOrganizations)
    .innerJoin(organizations, eq(organizations.id, providerOrganizations.organizationId))
    .innerJoin(providers, eq(providers.id, providerOrganizations.providerId))
    .where(eq(providerOrganizations.organizationId, organizationId));
  return client ?? null;
}

/** The owners among the members of an act. */
export const ownersAmong = (members: readonly Member[]): Owner[] =>
  members.flatMap(({ id, role, account, shownEmail }) =>
    role === "owner" ? { memberId: id, email: account?.email ?? shownEmail ?? "" } : [],
  );

type Member = {
  id: OrganizationMemberId;
  role: OrganizationRole;
  account: { email: string } | null;
  shownEmail?: string;
};

/**
 * What the provider's log says of an act on owners: one event for each. There is none where a member acts whose place is
 * their own.
 */
export async function touchedOwners(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  owners: readonly Owner[],
  act: OwnerAct,
): Promise<AuditEvent[]> {
  if (!isRecordedAsProviders(place) || owners.length === 0) return [];
  const client = await asClient(tx, organizationId);
  return client ? owners.map((owner) => touchedOwner(client, owner, act)) : [];
}
