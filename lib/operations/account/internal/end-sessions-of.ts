import "server-only";
import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { sessions } from "@/db/schema/sessions";
import type { UserId } from "@/lib/domain/ids";
import { endVisits } from "@/lib/operations/visit/internal/end-visits";

/**
 * Ends the sessions of somebody that `which` picks, and their visits to clients. An act that is under way in
 * one of them is done before, or is refused.
 *
 * @returns how many ended, and the events of the visits.
 */
export async function endSessionsOf(tx: Tx, userId: UserId, which: SQL, now: Date) {
  const open = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt), which))
    .orderBy(asc(sessions.id))
    .for("update");
  if (open.length === 0) return { count: 0, events: [] };
  const ids = open.map(({ id }) => id);
  await tx.update(sessions).set({ endedAt: now, reloadKey: null }).where(inArray(sessions.id, ids));
  return { count: ids.length, events: await endVisits(tx, inArray(clientVisits.sessionId, ids), now) };
}
