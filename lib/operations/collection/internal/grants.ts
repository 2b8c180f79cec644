import "server-only";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { collectionMembers } from "@/db/schema/collection-members";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { MemberGrants } from "@/lib/domain/collection/inputs";
import type { CollectionId, OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { NotFound, Refused } from "@/lib/operations/errors";
import { isOfProvider } from "@/lib/operations/provider/internal/is-in-team";

type Grants = z.infer<typeof MemberGrants>;
type Collection = { organizationId: OrganizationId; collectionId: CollectionId };

const idsOf = (grants: Grants) => grants.map(({ memberId }) => memberId);

// The only file that writes who was given a collection, and the only one that asks for nothing else. What somebody
// has in the end is asked of `who-has.ts`.

/** Gives collections to members whose rows and collections the caller has locked or just made. */
export async function insertGrants(tx: Tx, grants: (typeof collectionMembers.$inferInsert)[]): Promise<void> {
  if (grants.length > 0) await tx.insert(collectionMembers).values(grants);
}

/**
 * Gives members a collection; whoever has it already has it as given here. One id that is nobody's here answers
 * for the whole as if none existed.
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

/** Takes the collection from members, and answers what they had. Whoever has it no more stays without it. */
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

/** Everybody whom the collection was given to by name, with who they are: what the editor of its access changes. */
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
