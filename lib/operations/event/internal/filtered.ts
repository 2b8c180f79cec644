import "server-only";
import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import type { LogFilters } from "@/lib/domain/event-log";
import type { Scope } from "@/lib/operations/event/internal/scope";

/** What the filters let through, but for a member. Moments that were given the wrong way round are taken the right way. */
export function matching({ kind, actor, item, from, to }: LogFilters): SQL | undefined {
  const [since, until] = from && to && from > to ? [to, from] : [from, to];
  return and(
    kind ? eq(events.kind, kind) : undefined,
    actor ? eq(events.actorId, actor) : undefined,
    item ? eq(events.itemId, item) : undefined,
    since ? gte(events.at, since) : undefined,
    until ? lt(events.at, until) : undefined,
  );
}

type Page = { orderBy: SQL[]; limit: number };

/** The events of a page that stand in one of several parts. Each is read no further than a page reaches. */
export function inParts(
  tx: Tx,
  shown: SQL | undefined,
  { orderBy, limit }: Page,
  [first, ...others]: readonly SQL[],
) {
  const part = (where: SQL | undefined) =>
    tx
      .select({ at: events.at, sequence: events.sequence })
      .from(events)
      .where(and(shown, where))
      .orderBy(...orderBy)
      .limit(limit);
  const [second, ...more] = others.map(part);
  // What is in two parts is taken once, or a page would end too early.
  const found = second
    ? union(part(first), second, ...more)
        .orderBy(...orderBy)
        .limit(limit)
        .as("found")
    : part(first).as("found");
  return tx.select({ sequence: found.sequence }).from(found);
}

/** What is about a member's place, and what they did; of both, what is about one client where one is asked for. */
export function partsOfMember(
  { log, parts }: Scope,
  member: NonNullable<LogFilters["member"]>,
  userId: LogFilters["actor"] | undefined,
): SQL[] {
  const about = sql`(${events.log} = ${log} and ${events.memberId} = ${member})`;
  const did = sql`${events.actorId} = ${userId}`;
  const either = userId ? [about, did] : [about];
  return parts ? either.map((part) => sql`(${part} and (${sql.join(parts, sql` or `)}))`) : either;
}
