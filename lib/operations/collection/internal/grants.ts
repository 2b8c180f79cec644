import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { CollectionId, OrganizationId, OrganizationMemberId, UserId } from "@/lib/domain/ids";
import { expectMembers } from "@/lib/operations/collection/internal/expect-members";
import { Refused } from "@/lib/operations/errors";
import { isOfProvider } from "@/lib/operations/is-in-team";

type Collection = { organizationId: OrganizationId; collectionId: CollectionId };
type Place = { memberId: OrganizationMemberId; collectionId: CollectionId };
type Grant = Place & { permission: CollectionPermission };

// No other file reads or writes the table of grants by name. The file `who-has.ts` answers which collections somebody
// has. The number of statements never depends on how many grants there are.

/** Gives collections to members. The caller has locked or just made the members' rows and the collections. */
export async function insertGrants(tx: Tx, grants: (typeof collectionMembers.$inferInsert)[]): Promise<void> {
  if (grants.length > 0) await tx.insert(collectionMembers).values(grants);
}

/**
 * Gives collections to members. A member who has one already gets the permission that is given here.
 *
 * @throws {NotFound} for the whole when one of the ids is no member's of this organization, or a revoked one's.
 */
export async function grantMembers(
  tx: Tx,
  organizationId: OrganizationId,
  grants: readonly Grant[],
): Promise<void> {
  if (grants.length === 0) return;
  await expectMembers(tx, organizationId, [...new Set(grants.map(({ memberId }) => memberId))]);
  await tx
    .insert(collectionMembers)
    .values(grants.map((grant) => ({ organizationId, ...grant })))
    .onConflictDoUpdate({
      target: [collectionMembers.memberId, collectionMembers.collectionId],
      set: { permission: sql`excluded.permission` },
    });
}

const rowsOf = (places: readonly (Place & Partial<Grant>)[]): SQL =>
  sql.join(
    places.map(
      ({ memberId, collectionId, permission = null }) =>
        sql`(${memberId}::uuid, ${collectionId}::uuid, ${permission}::text)`,
    ),
    sql`, `,
  );

const isPlace = (organizationId: OrganizationId) =>
  sql`kept.organization_id = ${organizationId} and kept.member_id = place.member_id
    and kept.collection_id = place.collection_id`;

/**
 * Changes what collections allow to members who have them.
 *
 * @throws {Refused} `access_changed` when one of them has one no more.
 */
export async function changeGrants(
  tx: Tx,
  organizationId: OrganizationId,
  changed: readonly Grant[],
): Promise<void> {
  if (changed.length === 0) return;
  const { rows } = await tx.execute(sql`update ${collectionMembers} as kept set permission = place.becomes
    from (values ${rowsOf(changed)}) as place (member_id, collection_id, becomes)
    where ${isPlace(organizationId)} returning kept.member_id`);
  if (rows.length !== changed.length) throw new Refused("access_changed");
}

/**
 * Takes collections from members, and answers what they had, in the order named. Whoever has a collection no more is
 * passed over.
 */
export async function takeGrants(
  tx: Tx,
  organizationId: OrganizationId,
  places: readonly Place[],
): Promise<Grant[]> {
  if (places.length === 0) return [];
  const { rows } = await tx.execute<Grant>(sql`delete from ${collectionMembers} as kept
    using (values ${rowsOf(places)}) as place (member_id, collection_id, becomes)
    where ${isPlace(organizationId)} returning kept.member_id as "memberId",
      kept.collection_id as "collectionId", kept.permission`);
  const had = new Map(rows.map((grant) => [`${grant.memberId} ${grant.collectionId}`, grant]));
  return places.flatMap(({ memberId, collectionId }) => had.get(`${memberId} ${collectionId}`) ?? []);
}

/**
 * What one member may do in collections from now on, whatever it was before; null takes them.
 *
 * @throws {NotFound} when the id is no member's of this organization, or a revoked one's to whom something is given.
 */
export async function setMemberIn(
  tx: Tx,
  organizationId: OrganizationId,
  memberId: OrganizationMemberId,
  collectionIds: readonly CollectionId[],
  permission: CollectionPermission | null,
): Promise<void> {
  const places = collectionIds.map((collectionId) => ({ memberId, collectionId }));
  if (permission !== null)
    return grantMembers(
      tx,
      organizationId,
      places.map((place) => ({ ...place, permission })),
    );
  await expectMembers(tx, organizationId, [memberId], "revoked too");
  await takeGrants(tx, organizationId, places);
}

const ofCollection = ({ organizationId, collectionId }: Collection) =>
  and(eq(collectionMembers.organizationId, organizationId), eq(collectionMembers.collectionId, collectionId));

/** What one member was given by name. Their own collection was given to them by nobody. */
export const grantsOfMember = (
  tx: Tx,
  { organizationId, memberId }: { organizationId: OrganizationId; memberId: OrganizationMemberId },
) =>
  tx
    .select({ collectionId: collectionMembers.collectionId, permission: collectionMembers.permission })
    .from(collectionMembers)
    .innerJoin(
      collections,
      and(eq(collections.id, collectionMembers.collectionId), eq(collections.type, "shared")),
    )
    .where(
      and(eq(collectionMembers.organizationId, organizationId), eq(collectionMembers.memberId, memberId)),
    );

/**
 * The members to whom the collection was given, with their names and permissions, for the form that changes its
 * access.
 */
export const grantsOf = (tx: Tx, collection: Collection) =>
  tx
    .select({
      memberId: collectionMembers.memberId,
      permission: collectionMembers.permission,
      userId: organizationMembers.userId,
      name: users.name,
      email: sql<string>`coalesce(${users.email}, ${organizationMembers.email}, '')`,
      status: organizationMembers.status,
      ofProvider: isOfProvider,
    })
    .from(collectionMembers)
    .innerJoin(organizationMembers, eq(organizationMembers.id, collectionMembers.memberId))
    .leftJoin(users, eq(users.id, organizationMembers.userId))
    .where(ofCollection(collection))
    .orderBy(collectionMembers.memberId);

/** Whether the collection of the surrounding row is given by name to somebody else than this person. */
export const isGivenToOthers = (collectionId: AnyPgColumn, userId: UserId): SQL<boolean> =>
  sql<boolean>`exists (select from ${collectionMembers} as given
    join ${organizationMembers} as other on other.id = given.member_id and other.user_id is distinct from ${userId}::uuid
    where given.collection_id = ${collectionId})`;

/** Whether the collection of the surrounding row is given to a member by name. */
export const isGivenToMembers = (collectionId: AnyPgColumn): SQL<boolean> =>
  sql<boolean>`exists (select from ${collectionMembers} as given where given.collection_id = ${collectionId})`;
