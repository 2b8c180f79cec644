import "server-only";
import { and, eq, gte, inArray, lte, not, notExists, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { folders } from "@/db/schema/folders";
import type { imports } from "@/db/schema/imports";
import { itemMarks } from "@/db/schema/item-marks";
import type { AuditEvent } from "@/lib/domain/events";
import type { CollectionId, ImportId, OrganizationId, UserId } from "@/lib/domain/ids";
import { isGivenToOthers } from "@/lib/operations/collection/internal/grants";
import { isGivenToGroups } from "@/lib/operations/collection/internal/group-cells";

type Import = Pick<typeof imports.$inferSelect, "id" | "begunAt">;

/** Locks the collections that an import has made. A part of it holds them before it locks the import, so this comes first too. */
export async function lockMade(
  tx: Tx,
  importId: ImportId,
  organizationId: OrganizationId,
): Promise<CollectionId[]> {
  const made = await tx
    .select({ id: collections.id })
    .from(collections)
    .where(and(eq(collections.importId, importId), eq(collections.organizationId, organizationId)))
    .orderBy(collections.id)
    .for("update");
  return made.map(({ id }) => id);
}

/**
 * Deletes locked collections that an import has made, if they are empty, as they were made, and given to nobody but whoever
 * undoes it. Their sealed names stay in the log.
 */
export async function takeBackCollections(
  tx: Tx,
  { begunAt }: Import,
  made: readonly CollectionId[],
  userId: UserId,
): Promise<AuditEvent[]> {
  if (made.length === 0) return [];
  const { id } = collections;
  const gone = await tx
    .delete(collections)
    .where(
      and(
        inArray(id, [...made]),
        gte(collections.createdAt, begunAt),
        // Several that came at once are each a moment younger than the one before.
        lte(collections.revisedAt, collections.createdAt),
        notExists(
          tx.select({ one: sql`1` }).from(collectionCiphers).where(eq(collectionCiphers.collectionId, id)),
        ),
        not(isGivenToGroups(id)),
        not(isGivenToOthers(id, userId)),
      ),
    )
    .returning({
      collectionId: id,
      organizationId: collections.organizationId,
      sealedName: collections.name,
      organizationKeyId: collections.organizationKeyId,
    });
  return gone.map(({ collectionId, organizationId, ...details }) => ({
    type: "collection.deleted",
    organizationId,
    collectionId,
    details,
  }));
}

/**
 * Deletes folders that an import has made, if they are empty and called as they were. The account is locked. When they
 * came is not asked: their moments are of the database's clock and the import's is not, and nobody else has made them.
 */
export async function takeBackFolders(tx: Tx, { id }: Import, userId: UserId): Promise<void> {
  await tx.delete(folders).where(
    and(
      eq(folders.userId, userId),
      eq(folders.importId, id),
      eq(folders.revisedAt, folders.createdAt),
      notExists(
        tx
          .select({ one: sql`1` })
          .from(itemMarks)
          .where(and(eq(itemMarks.userId, userId), eq(itemMarks.folderId, folders.id))),
      ),
    ),
  );
}
