import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { formerMembers } from "@/db/schema/former-members";
import { users } from "@/db/schema/users";
import type { LogFilters } from "@/lib/domain/event-log";
import type { Log } from "@/lib/operations/event/internal/scope";
import { asTheyLeft, called } from "@/lib/operations/people/internal/called";

/**
 * Whose place it is, as the log itself knows: a place that has ended is in no other table. Null for somebody who has
 * not accepted.
 */
export async function memberOfLog(tx: Tx, log: Log, member: NonNullable<LogFilters["member"]>) {
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
