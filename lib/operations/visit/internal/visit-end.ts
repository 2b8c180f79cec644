import "server-only";
import { and, gt, isNull, lte, type SQL, sql } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { sessions } from "@/db/schema/sessions";
import { visitHours, visitIdleMinutes } from "@/lib/domain/organization/visit";

/** When a visit is over by itself: after an idle time, or after the longest time that one may last. */
const runsOutAt = sql`least(
  ${clientVisits.lastSeenAt} + make_interval(mins => ${visitIdleMinutes}),
  ${clientVisits.startedAt} + make_interval(hours => ${visitHours})
)`;

const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;

/** Visits that serve the client at this moment. */
export const isOpenVisit = (now: Date): SQL | undefined =>
  and(isNull(clientVisits.endedAt), gt(runsOutAt, at(now)));

/** Visits that are over by their time alone. */
export const hasRunOut = (now: Date): SQL => lte(runsOutAt, at(now));

/** Visits whose session has ended or expired. */
export const hasLostItsSession = (now: Date): SQL =>
  sql`exists (select from ${sessions} where ${sessions.id} = ${clientVisits.sessionId}
    and (${sessions.endedAt} is not null or ${sessions.expiresAt} <= ${at(now)}))`;

/** When a visit that is ended now was over: now, or before, where its time or its session's had run out. */
export const endOfVisit = (now: Date): SQL =>
  sql`(select least(${at(now)}, ${runsOutAt}, ${sessions.expiresAt}, ${sessions.endedAt})
    from ${sessions} where ${sessions.id} = ${clientVisits.sessionId})`;
