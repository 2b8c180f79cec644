import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providers } from "@/db/schema/providers";
import type { AuditEvent, OwnerAct } from "@/lib/domain/events";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
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

export type Client = Omit<NonNullable<Awaited<ReturnType<typeof asClient>>>, "providerName">;

type Owner = { memberId: OrganizationMemberId; email: string };

/** What the provider did to an owner's row, for its own log. The organization's log has the act itself, and who acted. */
export const touchedOwner = (
  { providerId, providerOrganizationId, client }: Client,
  { memberId: organizationMemberId, email }: Owner,
  act: OwnerAct,
): AuditEvent => ({
  type: "client.owner_touched",
  providerId,
  providerOrganizationId,
  organizationMemberId,
  details: { client, email, act },
});

/** Those of the members of an act who own. */
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

/** The same for an act in this organization, of whose targets these are owners: nothing where a member acts. */
export async function touchedOwners(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  owners: readonly Owner[],
  act: OwnerAct,
): Promise<AuditEvent[]> {
  if (place.capacity.as !== "provider" || owners.length === 0) return [];
  const client = await asClient(tx, organizationId);
  return client ? owners.map((owner) => touchedOwner(client, owner, act)) : [];
}
