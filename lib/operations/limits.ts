import "server-only";
import { createHash } from "node:crypto";
import { lt, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { rateLimits } from "@/db/schema/rate-limits";
import { Refused } from "@/lib/operations/errors";

/** At most `points` attempts of `what` by `whom` within `seconds`. */
export type Limit = { what: string; whom: string; points: number; seconds: number };

/**
 * Counts an attempt against each limit, in a transaction of its own so that a failed attempt counts too.
 * One statement each: the upsert is atomic, so parallel attempts cannot share a count.
 *
 * @throws {Refused} `too_many_attempts` with `minutes` until the window ends.
 */
export async function consumeLimits(db: Database | Tx, limits: Limit[], now: Date): Promise<void> {
  let blockedUntil: Date | null = null;
  await db.transaction(async (tx) => {
    for (const limit of limits) {
      const until = await count(tx, limit, now);
      if (until && (!blockedUntil || until > blockedUntil)) blockedUntil = until;
    }
  });
  if (!blockedUntil) return;
  const minutes = Math.max(1, Math.ceil((Number(blockedUntil) - Number(now)) / 60_000));
  throw new Refused("too_many_attempts", { minutes });
}

async function count(tx: Tx, limit: Limit, now: Date): Promise<Date | null> {
  // Addresses and e-mails are personal: the table keeps only their hashes.
  const key = `${limit.what}:${createHash("sha256").update(limit.whom).digest("base64url")}`;
  const fresh = new Date(Number(now) + limit.seconds * 1000);
  const [row] = await tx
    .insert(rateLimits)
    .values({ key, points: 1, expiresAt: fresh })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        points: sql`case when ${rateLimits.expiresAt} <= ${now.toISOString()}::timestamptz then 1 else ${rateLimits.points} + 1 end`,
        expiresAt: sql`case when ${rateLimits.expiresAt} <= ${now.toISOString()}::timestamptz then ${fresh.toISOString()}::timestamptz else ${rateLimits.expiresAt} end`,
      },
    })
    .returning({ points: rateLimits.points, expiresAt: rateLimits.expiresAt });
  return row && row.points > limit.points ? row.expiresAt : null;
}

/** Forgets windows that have ended. */
export const forgetOldLimits = (db: Database | Tx, now: Date) =>
  db.delete(rateLimits).where(lt(rateLimits.expiresAt, now));
