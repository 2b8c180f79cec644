import "server-only";
import { and, inArray, isNotNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { attachments } from "@/db/schema/attachments";
import { clientJobs } from "@/db/schema/client-jobs";
import { clientVisits } from "@/db/schema/client-visits";
import { devices } from "@/db/schema/devices";
import { imports } from "@/db/schema/imports";
import { jobs } from "@/db/schema/jobs";
import { mailedCodes } from "@/db/schema/mailed-codes";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { organizations } from "@/db/schema/organizations";
import { rateLimits } from "@/db/schema/rate-limits";
import { rotations } from "@/db/schema/rotations";
import { sessions } from "@/db/schema/sessions";
import { usedBearers } from "@/db/schema/used-bearers";
import type { AuditEvent } from "@/lib/domain/events";
import type { SweptThing } from "@/lib/domain/terms";
import { uploadsSilentSince } from "@/lib/operations/item/internal/under-way";
import { takeFromTrash } from "@/lib/operations/sweep/internal/take-from-trash";
import { takeParts } from "@/lib/operations/sweep/internal/take-parts";

/**
 * What was deleted: how many rows, whether there are more where that is not seen from their number, and what the log says
 * of them where nothing has said it before.
 */
type TakenAway = { count: number; isMoreLikely?: boolean; events?: AuditEvent[] };

/** Deletes at most `limit` rows whose end was before a moment. */
type TakeAway = (tx: Tx, before: Date, limit: number) => Promise<TakenAway>;

type Keyed = { table: PgTable; key: PgColumn };

/**
 * The keys of rows that are over, locked. Rows that are locked by somebody else at this moment are left for the
 * next time.
 */
async function keysOf(tx: Tx, { table, key }: Keyed, isOver: SQL | undefined, limit: number) {
  const rows = await tx
    .select({ key })
    .from(table)
    .where(isOver)
    .limit(limit)
    .for("update", { skipLocked: true });
  return rows.map((row) => row.key);
}

const rowsOf =
  (of: Keyed, isOver: (before: Date) => SQL | undefined): TakeAway =>
  async (tx, before, limit) => {
    const keys = await keysOf(tx, of, isOver(before), limit);
    if (keys.length > 0) await tx.delete(of.table).where(inArray(of.key, keys));
    return { count: keys.length };
  };

const dropReloadKeys: TakeAway = async (tx, before, limit) => {
  const isOver = and(isNotNull(sessions.reloadKey), lte(sessions.expiresAt, before));
  const keys = await keysOf(tx, { table: sessions, key: sessions.id }, isOver, limit);
  if (keys.length > 0)
    await tx
      .update(sessions)
      .set({ reloadKey: null })
      .where(inArray(sql`${sessions.id}`, keys));
  return { count: keys.length };
};

// A session is not deleted while it has an open visit: deleting it would delete the visit, and the logs would
// not tell its end.
const withoutOpenVisit = sql`not exists (select 1 from ${clientVisits}
  where ${clientVisits.sessionId} = ${sessions.id} and ${clientVisits.endedAt} is null)`;
const withoutSession = sql`not exists (select 1 from ${sessions} where ${sessions.deviceId} = ${devices.id})`;

const waitNow = sql`(select ${organizations.recoveryWaitHours} from ${organizations}
  where ${organizations.id} = ${accountRecoveries.organizationId})`;

/** When each thing is over. How long it is kept from then on stands in lib/domain/terms.ts. */
export const takeAway: Record<SweptThing, TakeAway> = {
  reload_keys: dropReloadKeys,
  visits: rowsOf({ table: clientVisits, key: clientVisits.id }, (before) =>
    lte(clientVisits.endedAt, before),
  ),
  sessions: rowsOf({ table: sessions, key: sessions.id }, (before) =>
    and(or(lte(sessions.endedAt, before), lte(sessions.expiresAt, before)), withoutOpenVisit),
  ),
  devices: rowsOf({ table: devices, key: devices.id }, (before) =>
    and(lte(devices.lastSeenAt, before), withoutSession),
  ),
  links: rowsOf({ table: oneTimeTokens, key: oneTimeTokens.id }, (before) =>
    or(
      lte(oneTimeTokens.usedAt, before),
      lte(oneTimeTokens.replacedAt, before),
      lte(oneTimeTokens.expiresAt, before),
    ),
  ),
  rate_limits: rowsOf({ table: rateLimits, key: rateLimits.key }, (before) =>
    lte(rateLimits.expiresAt, before),
  ),
  used_bearers: rowsOf({ table: usedBearers, key: usedBearers.hash }, (before) =>
    lte(usedBearers.expiresAt, before),
  ),
  rotations: rowsOf({ table: rotations, key: rotations.id }, (before) => lte(rotations.lastStagedAt, before)),
  recoveries: rowsOf(
    { table: accountRecoveries, key: accountRecoveries.memberId },
    (before) => sql`greatest(${accountRecoveries.readyAt}, ${accountRecoveries.approvedAt},
      ${accountRecoveries.askedAt} + make_interval(hours => ${waitNow})) <= ${before.toISOString()}::timestamptz`,
  ),
  mailed_codes: rowsOf({ table: mailedCodes, key: mailedCodes.hash }, (before) =>
    lte(mailedCodes.expiresAt, before),
  ),
  client_jobs: rowsOf({ table: clientJobs, key: clientJobs.id }, (before) => lte(clientJobs.askedAt, before)),
  imports: rowsOf({ table: imports, key: imports.id }, (before) => lte(imports.begunAt, before)),
  uploads: rowsOf({ table: attachments, key: attachments.id }, uploadsSilentSince),
  trash: takeFromTrash,
  parts: takeParts,
  jobs: rowsOf({ table: jobs, key: jobs.id }, (before) =>
    or(lte(jobs.finishedAt, before), lte(jobs.failedAt, before)),
  ),
};
