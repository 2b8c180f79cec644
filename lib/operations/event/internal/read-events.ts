import "server-only";
import { and, asc, eq, gte, inArray, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { formerMembers } from "@/db/schema/former-members";
import { users } from "@/db/schema/users";
import type { LogFilters } from "@/lib/domain/event-log";
import { eventNumbers } from "@/lib/domain/event-types";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import { defineKeyset } from "@/lib/operations/keyset";
import { asTheyLeft, called } from "@/lib/operations/people/internal/called";

type Log = OrganizationId | ProviderId;

/** Newest first. Each way of looking at a log has an index of its own. */
const order = { age: [events.at, events.sequence] } as const;
const pages = defineKeyset("events", order);
/** Of an export: as much as a browser turns into lines at once. */
const exported = defineKeyset("events", order, 500);

/**
 * In an organization's log: somebody of its provider did it, as the provider. What an owner answers the provider, or a
 * visit that an owner ended, is about the provider and not done by it.
 */
const byProvider = sql<boolean>`(${events.providerId} is not null and ${events.type} not in
  ('organization_member.approved', 'organization_member.approval_refused')
  and (${events.type} <> 'organization.left_by_provider' or ${events.actorId} is not distinct from ${events.userId}))`;

/**
 * The client that an event is about, of a provider: without a name if it is none of its clients any more. Then, what it
 * was called when it was entered, as far as the provider's own log says it.
 */
export type EventClient = { id: OrganizationId; name: string | null; formerName?: string | null };

/** Which events are looked at. */
export type Scope = {
  /** In whose log somebody's place and its beginning are known. */
  log: Log;
  within: SQL;
  client: SQL<EventClient | null>;
  /** What is asked for stands in any of these. Each is read from an index of its own. */
  parts?: SQL[];
};

/** One log, and nothing else. */
export const oneLog = (log: Log): Scope => ({
  log,
  within: eq(events.log, log),
  client: sql<EventClient | null>`null::json`,
});

type View = LogFilters & { cursor: string | null };

/** A page of a log, as far as the filters let through: it costs the same however many other events there are. */
export async function readEvents(tx: Tx, scope: Scope, { cursor, ...filters }: View, of: "page" | "export") {
  const keyset = of === "page" ? pages : exported;
  const page = keyset.page({ sort: "age", direction: "descending", cursor });
  const member = filters.member && (await memberOfLog(tx, scope.log, filters.member));
  const shown = and(scope.within, matching(filters), page.where);
  const found = filters.member ? partsOfMember(scope, filters.member, member?.userId) : scope.parts;
  const rows = await tx
    .select({
      sequence: events.sequence,
      at: events.at,
      type: events.type,
      details: events.details,
      subjectId: sql<string | null>`coalesce(${events.itemId}, ${events.collectionId})`,
      deviceType: events.deviceType,
      ip: events.ip,
      actorKind: events.actorKind,
      actorId: events.actorId,
      actorName: called.name,
      actorEmail: called.email,
      byProvider,
      client: scope.client,
      place: page.place,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    // Whoever acted as the provider had their place in its team.
    .leftJoin(
      formerMembers,
      asTheyLeft(
        events.actorId,
        sql`(case when ${byProvider} then ${events.providerId} else ${events.log} end)`,
      ),
    )
    .where(found ? inArray(events.sequence, inParts(tx, shown, page, found)) : shown)
    .orderBy(...page.orderBy)
    .limit(page.limit);
  const { rows: cut, next } = page.cut(rows);
  return {
    events: cut.map((row) => ({ ...row, number: eventNumbers[row.type] })),
    next,
    member: member ?? null,
  };
}

/** Moments that were given the wrong way round are taken the right way. */
function matching({ kind, actor, item, from, to }: LogFilters): SQL | undefined {
  const [since, until] = from && to && from > to ? [to, from] : [from, to];
  return and(
    kind ? eq(events.kind, kind) : undefined,
    actor ? eq(events.actorId, actor) : undefined,
    item ? eq(events.itemId, item) : undefined,
    since ? gte(events.at, since) : undefined,
    until ? lt(events.at, until) : undefined,
  );
}

type Page = Pick<ReturnType<typeof pages.page>, "orderBy" | "limit">;

/** The events of a page that stand in one of several parts. Each is read no further than a page reaches. */
function inParts(
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
function partsOfMember(
  { log, parts }: Scope,
  member: NonNullable<LogFilters["member"]>,
  userId: LogFilters["actor"] | undefined,
): SQL[] {
  const about = sql`(${events.log} = ${log} and ${events.memberId} = ${member})`;
  const did = sql`${events.actorId} = ${userId}`;
  const either = userId ? [about, did] : [about];
  return parts ? either.map((part) => sql`(${part} and (${sql.join(parts, sql` or `)}))`) : either;
}

/**
 * Whose place it is, as the log itself knows: a place that has ended is in no other table. Null for somebody who has
 * not accepted.
 */
async function memberOfLog(tx: Tx, log: Log, member: NonNullable<LogFilters["member"]>) {
  const [found] = await tx
    .select({ userId: events.userId, ...called })
    .from(events)
    .leftJoin(users, eq(users.id, events.userId))
    .leftJoin(formerMembers, asTheyLeft(events.userId, events.log))
    .where(and(eq(events.log, log), eq(events.memberId, member), isNotNull(events.userId)))
    .orderBy(asc(events.at), asc(events.sequence))
    .limit(1);
  return found;
}
