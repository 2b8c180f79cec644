import "server-only";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collectionMembers } from "@/db/schema/collection-members";
import { organizationMembers } from "@/db/schema/organization-members";
import type { CollectionId, UserId } from "@/lib/domain/ids";

/** The accounts that have one of these collections. */
export async function accountsOf(tx: Tx, collectionIds: CollectionId[]): Promise<UserId[]> {
  if (collectionIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ userId: organizationMembers.userId })
    .from(collectionMembers)
    .innerJoin(organizationMembers, eq(organizationMembers.id, collectionMembers.memberId))
    .where(
      and(inArray(collectionMembers.collectionId, collectionIds), isNotNull(organizationMembers.userId)),
    );
  return rows.flatMap(({ userId }) => userId ?? []);
}
