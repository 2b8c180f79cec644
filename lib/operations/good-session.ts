import "server-only";
import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";

/** A provider whose confirmed member the account is allows its people no session of this age. */
const isTooOldForATeam = (now: Date): SQL =>
  sql`exists (select from ${providerMembers} as place join ${providers} as team on team.id = place.provider_id
    where place.user_id = ${sessions.userId} and place.status = 'confirmed'
      and ${sessions.createdAt} + make_interval(hours => team.session_hours) <= ${now.toISOString()}::timestamptz)`;

/**
 * Sessions that are good at this moment: not ended, not expired, of the account's present stamp, and no older than the
 * account's providers allow. For statements in which sessions stand beside their account.
 */
export const isGoodSession = (now: Date): SQL | undefined =>
  and(
    eq(sessions.securityStamp, users.securityStamp),
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, now),
    sql`not ${isTooOldForATeam(now)}`,
  );
