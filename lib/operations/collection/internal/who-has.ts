import "server-only";
import { and, eq, inArray, not, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collectionAccess } from "@/db/schema/collection-access";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { CollectionId, ItemId, OrganizationMemberId, UserId } from "@/lib/domain/ids";
import { placeEnded } from "@/lib/operations/access-end";
import { hadKey } from "@/lib/operations/had-key";

// Every question about who has which collection, in whatever way, is in this file. A member can have a collection in
// several ways, so permissions are lists, and each member is counted once. What was given to whom is answered by the
// files that write it.

/** A confirmed member's permissions in each collection that they have, one row for each way. */
export const accessOfUser = (tx: Tx, userId: UserId) =>
  tx
    .select({
      organizationId: collectionAccess.organizationId,
      collectionId: collectionAccess.collectionId,
      permission: collectionAccess.permission,
    })
    .from(collectionAccess)
    .where(
      and(eq(collectionAccess.userId, userId), eq(collectionAccess.memberStatus, "confirmed"), not(isOver)),
    )
    .as("access");

/** Whether what a row says was had through a place of a provider, and the access there has ended. */
const isOver = sql`exists (select from ${organizationMembers} as place
  where place.id = ${collectionAccess.memberId} and place.place_of_provider is not null
    and ${placeEnded(sql`place`)})`;

/** What members have, whatever their status: one row for each way and the group through which it is. */
export const accessOfMembers = (tx: Tx, memberIds: readonly OrganizationMemberId[]) =>
  tx
    .select({
      memberId: collectionAccess.memberId,
      collectionId: collectionAccess.collectionId,
      permission: collectionAccess.permission,
      groupId: collectionAccess.groupId,
    })
    .from(collectionAccess)
    .where(inArray(collectionAccess.memberId, [...memberIds]))
    .as("access");

/** The collections of several members, whatever their permissions there, each once. */
export const collectionsOfMembers = (memberIds: readonly OrganizationMemberId[]): SQL => {
  const ids = sql.join(
    memberIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  return sql`(select distinct has.member_id, has.collection_id from ${collectionAccess} as has
    where has.member_id in (${ids}))`;
};

/** A person's permissions in the collections that an item is in; null if they have none of them. */
export const permissionsInItem = (tx: Tx, userId: UserId, itemId: ItemId | SQLWrapper) => {
  const access = accessOfUser(tx, userId);
  const all = tx
    .select({ all: sql`array_agg(${access.permission})` })
    .from(collectionCiphers)
    .innerJoin(access, eq(access.collectionId, collectionCiphers.collectionId))
    .where(eq(collectionCiphers.itemId, itemId));
  return sql<CollectionPermission[] | null>`(${all})`;
};

/**
 * The shared collections that the item of the surrounding row of `ciphers` is in: those that a person has, or all of
 * them, for whoever reaches all.
 */
export const collectionsOfItem = (tx: Tx, userId: UserId | null) => {
  const access = userId && accessOfUser(tx, userId);
  const isHad = access
    ? sql`entry.collection_id in ${tx.select({ id: access.collectionId }).from(access)}`
    : sql`true`;
  return sql<CollectionId[]>`array(select entry.collection_id from ${collectionCiphers} as entry
    join ${collections} as shared on shared.id = entry.collection_id and shared.type = 'shared'
    where entry.cipher_id = ciphers.id and ${isHad})`;
};

/** Whether a member, or somebody who is invited, has one of these collections. */
export const hasOneOf = (memberId: SQLWrapper, collectionIds: readonly CollectionId[]) =>
  sql<boolean>`exists (select from ${collectionAccess} as has where has.member_id = ${memberId}
    and has.collection_id = any(${sql.param([...collectionIds])}::uuid[]))`;

/** Whoever can act on what they have: nobody else is given the key. */
const canRead = sql`has.member_status = 'confirmed'`;

const whoHas = (collectionId: SQLWrapper): SQL =>
  sql`from ${collectionAccess} as has where has.collection_id = ${collectionId}`;

/**
 * A member's permissions in the collection of the surrounding row. `memberId` is null for a provider's user,
 * who is no member and has none.
 */
export const permissionsOf = (memberId: OrganizationMemberId | null, collectionId: SQLWrapper) =>
  sql<
    CollectionPermission[]
  >`array(select has.permission ${whoHas(collectionId)} and has.member_id = ${memberId}::uuid)`;

/**
 * How many people were given the collection of the surrounding row by name and can read it: neither those who were
 * revoked nor the invited. Whoever has it through a group is counted there: everybody, each once, would be as many
 * rows as the members of all groups that have it.
 */
export const membersGiven = (collectionId: SQLWrapper) =>
  sql<number>`(select count(*)::int ${whoHas(collectionId)} and has.group_id is null and ${canRead})`;

/**
 * What makes a member a manager of a collection: only a confirmed one can act as such. An invitation that nobody
 * accepts would otherwise stand for a manager where one has to be left, and for none where admins may step in.
 */
const isManager = and(
  eq(collectionAccess.permission, "manage"),
  eq(collectionAccess.memberStatus, "confirmed"),
);

/** Those of the collections that nobody manages. */
export async function unmanagedOf(tx: Tx, collectionIds: readonly CollectionId[]): Promise<CollectionId[]> {
  const managed = await tx
    .selectDistinct({ id: collectionAccess.collectionId })
    .from(collectionAccess)
    .where(and(inArray(collectionAccess.collectionId, [...collectionIds]), isManager));
  const ids = new Set(managed.map(({ id }) => id));
  return collectionIds.filter((id) => !ids.has(id));
}

/**
 * Whether the collection of the surrounding row is somebody's to manage, so that admins do not step in. A manager who has
 * had the key keeps it, whether they are revoked or wait to be confirmed again: otherwise an admin could revoke them, step
 * in, and restore them, or wait for a key that leaves them out. The search ends at the first one.
 */
export const isManaged = (collectionId: SQLWrapper) =>
  sql<boolean>`coalesce((select true ${whoHas(collectionId)} and has.permission = 'manage'
    and (${canRead} or exists (select from ${organizationMembers}
      where ${organizationMembers.id} = has.member_id and ${hadKey})) limit 1), false)`;

/**
 * Whether a member manages a shared collection, whichever: whoever keeps only their own gives it to nobody.
 * `memberId` is null for a provider's user.
 */
export async function managesOne(tx: Tx, memberId: OrganizationMemberId | null): Promise<boolean> {
  if (memberId === null) return false;
  const found = await tx
    .select({ id: collectionAccess.collectionId })
    .from(collectionAccess)
    .innerJoin(collections, eq(collections.id, collectionAccess.collectionId))
    .where(and(eq(collectionAccess.memberId, memberId), isManager, eq(collections.type, "shared")))
    .limit(1);
  return found.length > 0;
}

/** How many collections the member of the surrounding row has, without their own. */
export const collectionsWithMember = (memberId: SQLWrapper) =>
  sql<number>`(select count(distinct has.collection_id)::int from ${collectionAccess} as has
    join ${collections} as shared on shared.id = has.collection_id and shared.type = 'shared'
    where has.member_id = ${memberId})`;

/**
 * How many items that are not in the trash the member of the surrounding row has through shared collections, each
 * once. What is in their own is theirs alone, and nobody counts it.
 */
export const itemsOf = (memberId: SQLWrapper) =>
  sql<number>`(select count(distinct entry.cipher_id)::int from ${collectionAccess} as has
    join ${collections} as shared on shared.id = has.collection_id and shared.type = 'shared'
    join ${collectionCiphers} as entry on entry.collection_id = has.collection_id
    join ciphers as item on item.id = entry.cipher_id and item.deleted_at is null
    where has.member_id = ${memberId})`;

/** Keeps that whoever has one of these collections could read what is kept under the id beside it. */
export async function keepFormerHolders(
  tx: Tx,
  kept: readonly (readonly [collectionId: CollectionId, as: CollectionId])[],
): Promise<void> {
  const pairs = sql.join(
    kept.map(([collectionId, as]) => sql`(${collectionId}::uuid, ${as}::uuid)`),
    sql`, `,
  );
  await tx.execute(sql`select case when are_too_many_to_keep(count(*)) then keep_that_they_had_more(array_agg(had.member_id))
      else keep_former_access(array_agg(had.member_id), array_agg(had.kept)) end
    from (select distinct has.member_id, pair.kept from ${collectionAccess} as has
      join (values ${pairs}) as pair (collection_id, kept) on pair.collection_id = has.collection_id) as had`);
}
