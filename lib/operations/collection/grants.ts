import "server-only";
import { and, eq, inArray, ne } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { collectionMembers } from "@/db/schema/collection-members";
import { organizationMembers } from "@/db/schema/organization-members";
import type { MemberGrants } from "@/lib/domain/collection/inputs";
import type { CollectionId, OrganizationId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";

type Collection = { organizationId: OrganizationId; collectionId: CollectionId };

// The only file that writes who was given a collection, and the only one that asks for nothing else. What somebody
// has in the end is asked of `who-has.ts`.

/** Gives collections to members whose rows and collections the caller has locked or just made. */
export async function insertGrants(tx: Tx, grants: (typeof collectionMembers.$inferInsert)[]): Promise<void> {
  if (grants.length > 0) await tx.insert(collectionMembers).values(grants);
}

/** Gives members a collection. One id that is nobody's here answers for the whole as if none existed. */
export async function grantMembers(
  tx: Tx,
  collection: Collection,
  grants: z.infer<typeof MemberGrants>,
): Promise<void> {
  if (grants.length === 0) return;
  const members = await tx.$count(
    organizationMembers,
    and(
      eq(organizationMembers.organizationId, collection.organizationId),
      ne(organizationMembers.status, "revoked"),
      inArray(
        organizationMembers.id,
        grants.map(({ memberId }) => memberId),
      ),
    ),
  );
  if (members !== grants.length) throw new NotFound();
  await insertGrants(
    tx,
    grants.map((grant) => ({ ...collection, ...grant })),
  );
}

/** Takes a collection from everybody. */
export async function takeAll(tx: Tx, collectionId: CollectionId): Promise<void> {
  await tx.delete(collectionMembers).where(eq(collectionMembers.collectionId, collectionId));
}

/** Whom the collection was given to by name: what the editor of its access changes. */
export const grantsOf = (tx: Tx, { organizationId, collectionId }: Collection) =>
  tx
    .select({ memberId: collectionMembers.memberId, permission: collectionMembers.permission })
    .from(collectionMembers)
    .where(
      and(
        eq(collectionMembers.organizationId, organizationId),
        eq(collectionMembers.collectionId, collectionId),
      ),
    )
    .orderBy(collectionMembers.memberId);
