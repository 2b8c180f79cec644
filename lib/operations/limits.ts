import "server-only";
import { createHash } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { rateLimits } from "@/db/schema/rate-limits";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import { networkOf } from "@/lib/domain/network";
import { Refused } from "@/lib/operations/errors";

declare const asking: unique symbol;

/** Who asks, as far as the request itself proves it. Made from an actor, and never from what the input names. */
export type Asker = string & { readonly [asking]: true };

type Window = { what: string; points: number; seconds: number };

/** At most `points` attempts by one who asks, within `seconds`. Counted before anything is looked at. */
export type Throttle = Window & { by: Asker };

/** At most `points` times about one subject of the input. Counted only once the rule has allowed the act. */
export type Quota = Window & { about: string };

const whence = ({ device: { ip } }: Actor) => (ip === null ? null : networkOf(ip));

/** The signed-in person, else where the request comes from, else the machine itself. */
export const askerOf = (actor: Actor): Asker =>
  (userIdOf(actor) ?? whence(actor) ?? actor.principal.kind) as Asker;

/** Where the request comes from, whoever is signed in. */
export const networkAsker = (actor: Actor): Asker => (whence(actor) ?? actor.principal.kind) as Asker;

type Row = { key: string; points: number; seconds: number; times: number };

// Addresses and e-mails are personal: the table keeps only their hashes.
const rowOf = (limit: Throttle | Quota): Row => ({
  key: `${limit.what}:${createHash("sha256")
    .update("by" in limit ? limit.by : limit.about)
    .digest("base64url")}`,
  points: limit.points,
  seconds: limit.seconds,
  times: 1,
});

/** One row a key, in one order: two acts that count the same subjects in any order never wait for each other. */
function inOneOrder(limits: readonly (Throttle | Quota)[]): Row[] {
  const rows = new Map<string, Row>();
  for (const row of limits.map(rowOf)) {
    const same = rows.get(row.key);
    rows.set(row.key, same ? { ...same, times: same.times + 1 } : row);
  }
  return [...rows.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/**
 * Counts an attempt against each limit, in one statement: the upsert is atomic, so parallel attempts cannot
 * share a count.
 *
 * @returns the refusal when a limit is exceeded, to be thrown where the count stays.
 */
export async function count(
  db: Database | Tx,
  limits: readonly (Throttle | Quota)[],
  now: Date,
): Promise<Refused | null> {
  const over = await countOver(db, limits, now);
  if (over.size === 0) return null;
  const minutes = Math.max(1, Math.ceil((Math.max(...over.values()) - Number(now)) / 60_000));
  return new Refused("too_many_attempts", { minutes });
}

/** Counts each thing by limits of its own, and answers those that are within them. */
export async function withinLimits<Thing>(
  db: Database | Tx,
  things: readonly Thing[],
  limitsOf: (thing: Thing) => readonly Quota[],
  now: Date,
): Promise<Thing[]> {
  const over = await countOver(db, things.flatMap(limitsOf), now);
  return things.filter((thing) => limitsOf(thing).every((limit) => !over.has(rowOf(limit).key)));
}

/** Counts, and answers the keys that are over their limit, with the moment when each ends. */
async function countOver(
  db: Database | Tx,
  limits: readonly (Throttle | Quota)[],
  now: Date,
): Promise<Map<string, number>> {
  if (limits.length === 0) return new Map();
  const rows = inOneOrder(limits);
  const moment = sql`${now.toISOString()}::timestamptz`;
  const counted = await db
    .insert(rateLimits)
    .values(
      rows.map(({ key, times, seconds }) => ({
        key,
        points: times,
        expiresAt: new Date(Number(now) + seconds * 1000),
      })),
    )
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        points: sql`case when ${rateLimits.expiresAt} <= ${moment} then excluded.points else ${rateLimits.points} + excluded.points end`,
        expiresAt: sql`case when ${rateLimits.expiresAt} <= ${moment} then excluded.expires_at else ${rateLimits.expiresAt} end`,
      },
    })
    .returning({ key: rateLimits.key, points: rateLimits.points, expiresAt: rateLimits.expiresAt });
  const pointsOf = new Map(rows.map(({ key, points }) => [key, points]));
  return new Map(
    counted
      .filter(({ key, points }) => points > (pointsOf.get(key) ?? 0))
      .map(({ key, expiresAt }) => [key, Number(expiresAt)]),
  );
}

/** Takes an attempt back that turned out not to count. */
export async function giveBack(db: Database | Tx, limits: readonly (Throttle | Quota)[]): Promise<void> {
  if (limits.length === 0) return;
  const keys = inOneOrder(limits).map(({ key }) => key);
  await db
    .update(rateLimits)
    .set({ points: sql`greatest(0, ${rateLimits.points} - 1)` })
    .where(inArray(rateLimits.key, keys));
}
