import "server-only";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { collectionMembers } from "@/db/schema/collection-members";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { MemberGrants } from "@/lib/domain/collection/inputs";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { CollectionId, OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { NotFound, Refused } from "@/lib/operations/errors";
import { isOfProvider } from "@/lib/operations/is-in-team";

type Grants = z.infer<typeof MemberGrants>;
type Collection = { organizationId: OrganizationId; collectionId: CollectionId };

const idsOf = (grants: Grants) => grants.map(({ memberId }) => memberId);

// No other file reads or writes the table of grants. The file `who-has.ts` answers which collections somebody
// has.

/** Gives collections to members. The caller has locked or just made the members' rows and the collections. */
export async function insertGrants(tx: Tx, grants: (typeof collectionMembers.$inferInsert)[]): Promise<void> {
  if (grants.length > 0) await tx.insert(collectionMembers).values(grants);
}

/**
 * Gives a collection to members. A member who has it already gets the permission that is given here.
 *
 * @throws {NotFound} for the whole when one of the ids is no member's of this organization, or a revoked one's.
 */
export async function grantMembers(tx: Tx, collection: Collection, grants: Grants): Promise<void> {
  if (grants.length === 0) return;
  const members = await tx.$count(
    organizationMembers,
    and(
      eq(organizationMembers.organizationId, collection.organizationId),
      ne(organizationMembers.status, "revoked"),
      inArray(organizationMembers.id, idsOf(grants)),
    ),
  );
  if (members !== grants.length) throw new NotFound();
  await tx
    .insert(collectionMembers)
    .values(grants.map((grant) => ({ ...collection, ...grant })))
    .onConflictDoUpdate({
      target: [collectionMembers.memberId, collectionMembers.collectionId],
      set: { permission: sql`excluded.permission` },
    });
}

/**
 * What one member may do in collections from now on, whatever it was before; null takes them.
 *
 * @throws {NotFound} when the id is no member's of this organization, or a revoked one's.
 */
export async function setMemberIn(
  tx: Tx,
  organizationId: OrganizationId,
  memberId: OrganizationMemberId,
  collectionIds: readonly CollectionId[],
  permission: CollectionPermission | null,
): Promise<void> {
  const isThere = await tx.$count(
    organizationMembers,
    and(
      eq(organizationMembers.organizationId, organizationId),
      eq(organizationMembers.id, memberId),
      permission === null ? undefined : ne(organizationMembers.status, "revoked"),
    ),
  );
  if (!isThere) throw new NotFound();
  const rows = collectionIds.map((collectionId) => ({ organizationId, collectionId, memberId }));
  if (permission === null)
    return void (await tx
      .delete(collectionMembers)
      .where(
        and(
          eq(collectionMembers.organizationId, organizationId),
          eq(collectionMembers.memberId, memberId),
          inArray(collectionMembers.collectionId, [...collectionIds]),
        ),
      ));
  await tx
    .insert(collectionMembers)
    .values(rows.map((row) => ({ ...row, permission })))
    .onConflictDoUpdate({
      target: [collectionMembers.memberId, collectionMembers.collectionId],
      set: { permission },
    });
}

const ofCollection = ({ organizationId, collectionId }: Collection) =>
  and(eq(collectionMembers.organizationId, organizationId), eq(collectionMembers.collectionId, collectionId));

/**
 * Changes what the collection allows to members who have it.
 *
 * @throws {Refused} `access_changed` when one of them has it no more.
 */
export async function changeGrants(tx: Tx, collection: Collection, changed: Grants): Promise<void> {
  if (changed.length === 0) return;
  const each = changed.map(({ memberId, permission }) => sql`when ${memberId}::uuid then ${permission}`);
  const rows = await tx
    .update(collectionMembers)
    .set({ permission: sql`case ${collectionMembers.memberId} ${sql.join(each, sql` `)} end` })
    .where(and(ofCollection(collection), inArray(collectionMembers.memberId, idsOf(changed))))
    .returning({ memberId: collectionMembers.memberId });
  if (rows.length !== changed.length) throw new Refused("access_changed");
}

/**
 * Takes the collection from members, and answers the permissions that they had. A member without it is passed
 * over.
 */
export async function takeGrants(
  tx: Tx,
  collection: Collection,
  memberIds: OrganizationMemberId[],
): Promise<Grants> {
  if (memberIds.length === 0) return [];
  return tx
    .delete(collectionMembers)
    .where(and(ofCollection(collection), inArray(collectionMembers.memberId, memberIds)))
    .returning({ memberId: collectionMembers.memberId, permission: collectionMembers.permission });
}

/** What one member was given by name. */
export const grantsOfMember = (
  tx: Tx,
  { organizationId, memberId }: { organizationId: OrganizationId; memberId: OrganizationMemberId },
) =>
  tx
    .select({ collectionId: collectionMembers.collectionId, permission: collectionMembers.permission })
    .from(collectionMembers)
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
      ofProvider: isOfProvider,
    })
    .from(collectionMembers)
    .innerJoin(organizationMembers, eq(organizationMembers.id, collectionMembers.memberId))
    .leftJoin(users, eq(users.id, organizationMembers.userId))
    .where(ofCollection(collection))
    .orderBy(collectionMembers.memberId);
