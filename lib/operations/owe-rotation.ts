import "server-only";
import { inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { formerAccess } from "@/db/schema/former-access";
import { formerContents } from "@/db/schema/former-contents";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { rotationDebtItems, rotationDebts } from "@/db/schema/rotation-debts";
import { roleReachesAll } from "@/lib/domain/collection/access";
import type {
  OrganizationId,
  OrganizationMemberId,
  ProviderId,
  ProviderMemberId,
  RotationDebtId,
  UserId,
} from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import type { CustomPermission } from "@/lib/domain/organization/permissions";
import { isPersonal } from "@/lib/operations/collection/internal/own-collections";
import { collectionsOfMembers } from "@/lib/operations/collection/internal/who-has";
import { judgedColumns } from "@/lib/operations/organization/access";

export type Leaving = {
  id: OrganizationMemberId;
  userId: UserId | null;
  role: OrganizationRole;
  permissions: readonly CustomPermission[];
  hadKey: boolean;
  /** Since when they read nothing: revoked then, and not confirmed again. */
  readUntil: Date | null;
};

/** Whether the organization's key was ever sealed for a member: a rotation takes the seal of a revoked one away. */
export const hadKey = sql<boolean>`(${organizationMembers.organizationKeyForMember} is not null
  or ${organizationMembers.confirmedAt} is not null or ${organizationMembers.readUntil} is not null)`;

/** Members who are about to go, of one organization. */
export const oweRotation = (
  tx: Tx,
  organizationId: OrganizationId,
  leaving: readonly Leaving[],
  removedAt: Date,
): Promise<void> =>
  oweRotationOfPlaces(
    tx,
    leaving.map((member) => ({ ...member, organizationId })),
    removedAt,
  );

/**
 * Writes down what members could read who are about to go, as ids: they may have kept it. Only who has had the key can
 * have, and nothing that was made after they were revoked. To be called while they still have what they have. As many
 * statements for places in a thousand organizations as in one.
 */
export async function oweRotationOfPlaces(
  tx: Tx,
  leaving: readonly (Leaving & { organizationId: OrganizationId })[],
  removedAt: Date,
): Promise<void> {
  const readers = leaving.filter((reader) => reader.hadKey);
  if (readers.length === 0) return;
  const debts = await tx
    .insert(rotationDebts)
    .values(
      readers.map(({ id: memberId, organizationId, userId, readUntil }) => ({
        organizationId,
        memberId,
        userId,
        removedAt,
        readUntil,
      })),
    )
    .returning({ id: rotationDebts.id, memberId: rotationDebts.memberId });
  const judged = await tx
    .select({ id: organizations.id, ...judgedColumns })
    .from(organizations)
    .where(inArray(organizations.id, [...new Set(readers.map(({ organizationId }) => organizationId))]));
  const here = new Map(judged.map((organization) => [organization.id, organization]));
  const reachAll = new Set(
    readers.flatMap((reader) => {
      const organization = here.get(reader.organizationId);
      // A suspension takes nothing back that was read before it.
      return organization &&
        roleReachesAll({ ...organization, state: "enabled" }, { memberId: reader.id, ...reader })
        ? reader.id
        : [];
    }),
  );
  const places = debts.flatMap(({ id, memberId }) => (memberId ? [{ id, memberId }] : []));
  const whole = places.filter(({ memberId }) => reachAll.has(memberId));
  const given = places.filter(({ memberId }) => !reachAll.has(memberId));
  if (whole.length > 0)
    await tx.execute(sql`insert into ${rotationDebtItems} (debt_id, cipher_id)
      select debt.id, item.id from ${rotationDebts} as debt
        join ${ciphers} as item on item.organization_id = debt.organization_id
      where ${ofDebts(whole)} and ${wasThere}
        and (not ${isPersonal("item")} or exists (select from ${collectionCiphers} as entry
          join ${collections} as own on own.id = entry.collection_id and own.owner_member_id = debt.member_id
          where entry.cipher_id = item.id))`);
  if (given.length > 0)
    await tx.execute(sql`insert into ${rotationDebtItems} (debt_id, cipher_id)
      select distinct debt.id, entry.cipher_id from ${rotationDebts} as debt
        join ${collectionsOfMembers(given.map(({ memberId }) => memberId))} as has on has.member_id = debt.member_id
        join ${collectionCiphers} as entry on entry.collection_id = has.collection_id
        join ${ciphers} as item on item.id = entry.cipher_id
      where ${ofDebts(given)} and ${wasThere}`);
  if (places.length > 0) await oweFormerAccess(tx, places);
}

/**
 * What had been taken from them before: items that were there until then, and whose passwords nobody is known to have
 * changed since they were made. Tidying up before somebody is removed spares nobody a change of passwords.
 */
async function oweFormerAccess(tx: Tx, places: readonly { id: RotationDebtId }[]): Promise<void> {
  const kept = sql`${ofDebts(places)} and ${wasThere}
    and coalesce(item.password_changed_at, item.created_at) <= former.until`;
  const contents = sql`(select collection_id, cipher_id from ${collectionCiphers}
    union all select collection_id, cipher_id from ${formerContents})`;
  await tx.execute(sql`insert into ${rotationDebtItems} (debt_id, cipher_id)
    select debt.id, item.id from ${rotationDebts} as debt
      join ${formerAccess} as former on former.member_id = debt.member_id
      join ${contents} as entry on entry.collection_id = former.collection_id
      join ${ciphers} as item on item.id = entry.cipher_id
    where ${kept}
    union
    select debt.id, item.id from ${rotationDebts} as debt
      join ${formerAccess} as former on former.member_id = debt.member_id and former.collection_id is null
      join ${ciphers} as item on item.organization_id = debt.organization_id
    where ${kept} and not ${isPersonal("item")}
    on conflict do nothing`);
}

const ofDebts = (debts: readonly { id: RotationDebtId }[]) =>
  inArray(
    sql`debt.id`,
    debts.map(({ id }) => id),
  );

/** Made before they could read nothing more. */
const wasThere = sql`item.created_at <= coalesce(debt.read_until, debt.removed_at)`;

/**
 * The same of people of a provider's team, in each of its clients: whoever held the provider's key could open the
 * client's. Where the client lets its provider in to items, they could read all of them; where it has taken that away,
 * whoever held the key by then could until then; and whose access has ended, until its end. A place of their own in a client is a debt beside this one.
 */
export async function oweRotationOfStaff(
  tx: Tx,
  memberIds: readonly ProviderMemberId[],
  removedAt: Date,
): Promise<void> {
  await oweWhole(tx, inArray(sql`staff.id`, [...memberIds]), removedAt);
}

/**
 * The same of the whole team for one client that leaves the provider. Whoever has a place of their own there that
 * reaches every item goes on reading, and owes nothing.
 */
export async function oweRotationOfTeam(
  tx: Tx,
  { providerId, organizationId, reachingAll }: OfTeam,
  removedAt: Date,
): Promise<void> {
  const stays = sql`exists (select from ${organizationMembers} where ${organizationMembers.organizationId} = client.id
    and ${organizationMembers.userId} = staff.user_id and ${organizationMembers.status} = 'confirmed'
    and ${reachingAll})`;
  await oweWhole(
    tx,
    sql`staff.provider_id = ${providerId} and client.id = ${organizationId} and not ${stays}`,
    removedAt,
  );
}

type OfTeam = {
  providerId: ProviderId;
  organizationId: OrganizationId;
  /** The members of the client who reach every item. */
  reachingAll: SQL;
};

async function oweWhole(tx: Tx, which: SQL, removedAt: Date): Promise<void> {
  const canRead = sql`client.provider_access = 'full'`;
  const couldRead = sql`coalesce(staff.confirmed_at, staff.created_at) <= client.provider_read_until`;
  await tx.execute(sql`
    insert into ${rotationDebts} (organization_id, provider_member_id, user_id, removed_at, is_whole, read_until)
    select client.id, staff.id, staff.user_id, ${removedAt.toISOString()}::timestamptz, true,
      least(case when not ${canRead} then client.provider_read_until end,
        case when staff.access_ends_at <= ${removedAt.toISOString()}::timestamptz then staff.access_ends_at end)
    from ${providerMembers} as staff join ${organizations} as client on client.provider_id = staff.provider_id
    where ${which} and staff.provider_key_for_member is not null
      and (${canRead} or ${couldRead})`);
}
