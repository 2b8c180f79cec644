import "server-only";
import { and, asc, inArray, lte, notExists, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attachmentParts, partsToRemove } from "@/db/schema/attachments";
import { partsRemovedAtOnce } from "@/lib/domain/attachment/limits";

/**
 * Deletes a bounded number of parts of files that are gone, the oldest first, and strikes out the files that have none
 * left. The next act goes on with what is left of the others.
 */
export async function takeParts(tx: Tx, before: Date, limit: number) {
  const files = await tx
    .select({ id: partsToRemove.attachmentId })
    .from(partsToRemove)
    .where(lte(partsToRemove.dueAt, before))
    .orderBy(asc(partsToRemove.dueAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  const ids = files.map(({ id }) => id);
  if (ids.length === 0) return { count: 0 };

  const part = { attachmentId: attachmentParts.attachmentId, number: attachmentParts.number };
  const theirs = inArray(attachmentParts.attachmentId, ids);
  const some = tx.select(part).from(attachmentParts).where(theirs).limit(partsRemovedAtOnce);
  const taken = await tx
    .delete(attachmentParts)
    .where(sql`(${part.attachmentId}, ${part.number}) in ${some}`)
    .returning(part);
  const left = tx
    .select({ one: sql`1` })
    .from(attachmentParts)
    .where(sql`${attachmentParts.attachmentId} = ${partsToRemove.attachmentId}`);
  await tx.delete(partsToRemove).where(and(inArray(partsToRemove.attachmentId, ids), notExists(left)));
  return {
    count: taken.length,
    isMoreLikely: taken.length === partsRemovedAtOnce || ids.length === limit,
  };
}
