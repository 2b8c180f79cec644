import "server-only";
import { and, gt, isNull, lte, type SQL, sql } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { sessions } from "@/db/schema/sessions";
import { visitHours, visitIdleMinutes } from "@/lib/domain/organization/visit";

const accessEndsAt = sql`(select staff.access_ends_at from ${providerMembers} as staff
  where staff.provider_id = ${clientVisits.providerId} and staff.user_id = ${clientVisits.userId})`;

/**
 * When a visit ends by itself: after some time without use, after the longest time that a visit may last, or as its
 * person's access to the provider ends.
 */
const runsOutAt = sql`least(
  ${clientVisits.lastSeenAt} + make_interval(mins => ${visitIdleMinutes}),
  ${clientVisits.startedAt} + make_interval(hours => ${visitHours}),
  ${accessEndsAt}
)`;

/** When the visit's session is older than the provider allows its people. */
const tooOldFrom = sql`${sessions.createdAt} + make_interval(hours => (select team.session_hours
  from ${providers} as team where team.id = ${clientVisits.providerId}))`;

const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;

/** Visits that are open at this moment. */
export const isOpenVisit = (now: Date): SQL | undefined =>
  and(isNull(clientVisits.endedAt), gt(runsOutAt, at(now)));

/** Visits whose time has run out. */
export const hasRunOut = (now: Date): SQL => lte(runsOutAt, at(now));

/** Visits whose session has ended or expired, or is older than the provider allows. */
export const hasLostItsSession = (now: Date): SQL =>
  sql`exists (select from ${sessions} where ${sessions.id} = ${clientVisits.sessionId}
    and (${sessions.endedAt} is not null or ${sessions.expiresAt} <= ${at(now)} or ${tooOldFrom} <= ${at(now)}))`;

/**
 * The moment that is written as the end of a visit that is ended now: now, or earlier if its time or its
 * session had run out before.
 */
export const endOfVisit = (now: Date): SQL =>
  sql`(select least(${at(now)}, ${runsOutAt}, ${sessions.expiresAt}, ${sessions.endedAt}, ${tooOldFrom})
    from ${sessions} where ${sessions.id} = ${clientVisits.sessionId})`;
