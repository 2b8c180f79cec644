import "server-only";
import { inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationKeyHandovers } from "@/db/schema/organization-keys";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { rotationDebts } from "@/db/schema/rotation-debts";
import type { OrganizationId, ProviderId, ProviderMemberId } from "@/lib/domain/ids";
import { accessEndedOf } from "@/lib/operations/access-end";

/**
 * Writes down what people of a provider's team could read who are about to go, in each of its clients: whoever held the
 * provider's key could open the client's. Where the client lets its provider in to items, they could read all of them;
 * where it has taken that away, whoever held the key by then could until then; and whose access has ended, until its end.
 * Where it lets nobody in to items, they had its present key all the same, and that alone is written down.
 * A place of their own in a client is a debt beside this one.
 */
export async function oweRotationOfStaff(tx: Tx, memberIds: readonly ProviderMemberId[]): Promise<void> {
  await oweWhole(tx, inArray(sql`staff.id`, [...memberIds]));
}

/**
 * The same of the whole team for one client that leaves the provider. Whoever has a place of their own there that
 * reaches every item goes on reading, and owes nothing.
 */
export async function oweRotationOfTeam(
  tx: Tx,
  { providerId, organizationId, reachingAll }: OfTeam,
): Promise<void> {
  const stays = sql`exists (select from ${organizationMembers} where ${organizationMembers.organizationId} = client.id
    and ${organizationMembers.userId} = staff.user_id and ${organizationMembers.status} = 'confirmed'
    and ${reachingAll})`;
  await oweWhole(
    tx,
    sql`staff.provider_id = ${providerId} and client.id = ${organizationId} and not ${stays}`,
  );
}

type OfTeam = {
  providerId: ProviderId;
  organizationId: OrganizationId;
  /** The members of the client who reach every item. */
  reachingAll: SQL;
};

async function oweWhole(tx: Tx, which: SQL): Promise<void> {
  const canRead = sql`client.provider_access = 'full'`;
  const couldRead = sql`coalesce(staff.confirmed_at, staff.created_at) <= client.provider_read_until`;
  const wasServed = sql`(exists (select from ${organizationKeyHandovers} as handed
      where handed.organization_id = client.id and handed.provider_member_id = staff.id)
    or exists (select from ${providerOrganizations} as tie
      where tie.organization_id = client.id and tie.organization_key_for_provider is not null))`;
  const hadKey = sql`(${wasServed} and coalesce(staff.access_ends_at > client.key_rotated_at, true))`;
  await tx.execute(sql`
    insert into ${rotationDebts} (organization_id, provider_member_id, user_id, removed_at, organization_key_id, is_whole, read_until)
    select client.id, staff.id, staff.user_id, clock_timestamp(),
      case when ${hadKey} then client.key_id end, coalesce(${canRead} or ${couldRead}, false),
      least(case when not ${canRead} then client.provider_read_until end,
        case when ${accessEndedOf(sql`staff`)} then staff.access_ends_at end)
    from ${providerMembers} as staff join ${organizations} as client on client.provider_id = staff.provider_id
    where ${which} and staff.provider_key_for_member is not null
      and (${canRead} or ${couldRead} or ${hadKey})`);
}
