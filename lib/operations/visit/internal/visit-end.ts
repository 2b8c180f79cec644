import "server-only";
import { and, gt, isNull, lte, type SQL, sql } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { sessions } from "@/db/schema/sessions";
import { visitHours, visitIdleMinutes } from "@/lib/domain/organization/visit";

/** When a visit ends by itself: after some time without use, or after the longest time that a visit may last. */
const runsOutAt = sql`least(
  ${clientVisits.lastSeenAt} + make_interval(mins => ${visitIdleMinutes}),
  ${clientVisits.startedAt} + make_interval(hours => ${visitHours})
)`;

const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;

/** Visits that are open at this moment. */
export const isOpenVisit = (now: Date): SQL | undefined =>
  and(isNull(clientVisits.endedAt), gt(runsOutAt, at(now)));

/** Visits whose time has run out. */
export const hasRunOut = (now: Date): SQL => lte(runsOutAt, at(now));

/** Visits whose session has ended or expired. */
export const hasLostItsSession = (now: Date): SQL =>
  sql`exists (select from ${sessions} where ${sessions.id} = ${clientVisits.sessionId}
    and (${sessions.endedAt} is not null or ${sessions.expiresAt} <= ${at(now)}))`;

/**
 * The moment that is written as the end of a visit that is ended now: now, or earlier if its time or its
 * session had run out before.
 */
export const endOfVisit = (now: Date): SQL =>
  sql`(select least(${at(now)}, ${runsOutAt}, ${sessions.expiresAt}, ${sessions.endedAt})
    from ${sessions} where ${sessions.id} = ${clientVisits.sessionId})`;
