import "server-only";
import type { Database, Tx } from "@/db/client";
import { BucketAway } from "@/lib/bucket/bucket-away";
import { theBucket } from "@/lib/bucket/the-bucket";
import { jobActor } from "@/lib/domain/actor";
import { removedAtOnce } from "@/lib/domain/attachment/limits";
import { log } from "@/lib/log";
import { listObjectsToRemove } from "@/lib/operations/attachment/list-objects-to-remove";
import { settleObjects } from "@/lib/operations/attachment/settle-objects";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";

/**
 * Rids the bucket of what belongs to no file any more. What it does not remove comes last from then on, so that it holds up
 * nothing else; where it removes nothing at all, it is away, and the next sweep tries again.
 */
export async function emptyBucket(db: Database | Tx): Promise<{ count: number; isMoreLikely: boolean }> {
  const bucket = await theBucket();
  if (!bucket) return { count: 0, isMoreLikely: false };
  const due = await ask(db, listObjectsToRemove, jobActor(), { before: new Date() });
  const tried = await Promise.allSettled(due.map((objectId) => bucket.remove(objectId)));
  const removed = due.filter((_, i) => tried[i]?.status === "fulfilled");
  const kept = due.filter((_, i) => tried[i]?.status === "rejected");
  if (due.length > 0) await execute(db, settleObjects, jobActor(), { removed, kept });
  const failed = tried.find((one) => one.status === "rejected");
  if (failed) {
    if (!(failed.reason instanceof BucketAway)) throw failed.reason;
    log().warn({ reason: failed.reason.reason }, "the bucket was not rid of all that is gone");
  }
  return { count: removed.length, isMoreLikely: removed.length > 0 && due.length === removedAtOnce };
}
