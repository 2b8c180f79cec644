import "server-only";
import { and, isNotNull, isNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import { attachments } from "@/db/schema/attachments";
import { uploadWaitsMs } from "@/lib/domain/attachment/limits";

/** Uploads of which no part has come since a moment. */
export const uploadsSilentSince = (moment: Date): SQL | undefined =>
  and(isNull(attachments.finishedAt), lte(lastHeardAt, moment));

const lastHeardAt = sql`coalesce(${attachments.lastPartAt}, ${attachments.begunAt})`;

const waitsSince = (now: Date) => new Date(Number(now) - uploadWaitsMs);

/**
 * Uploads that are under way. One that has waited too long takes no room any more, so no part of it is taken either,
 * whether it is swept already or not.
 */
export const isUnderWay = (now: Date): SQL | undefined =>
  and(isNull(attachments.finishedAt), not(lte(lastHeardAt, waitsSince(now))));

/** Files that take room: those that are finished, and those that are under way. */
export const takesRoom = (now: Date): SQL | undefined =>
  or(isNotNull(attachments.finishedAt), isUnderWay(now));
