import "server-only";
import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import { eventNumbers } from "@/lib/domain/events";
import { PlaceSequence, readCursor, writeCursor } from "@/lib/operations/cursor";

const pageSize = 50;
const Place = z.object({ sequence: PlaceSequence });

/**
 * A page of one log, newest first. `log` names the log; each needs an index of its own, on the log
 * and the sequence, so that any page costs the same however many other events there are.
 */
export async function readEvents(tx: Tx, log: SQL | undefined, cursor: string | undefined) {
  const after = readCursor("events", Place, cursor);
  const rows = await tx
    .select({
      sequence: events.sequence,
      at: events.at,
      type: events.type,
      details: events.details,
      subjectId: sql<string | null>`coalesce(${events.cipherId}, ${events.collectionId})`,
      deviceType: events.deviceType,
      ip: events.ip,
      actorKind: events.actorKind,
      actorId: events.actorId,
      actorName: users.name,
      actorEmail: users.email,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .where(and(log, after ? lt(events.sequence, after.sequence) : undefined))
    .orderBy(desc(events.sequence))
    .limit(pageSize + 1);

  const list = rows.slice(0, pageSize).map((row) => ({ ...row, number: eventNumbers[row.type] }));
  const last = list.at(-1);
  const next = rows.length > pageSize && last ? writeCursor("events", { sequence: last.sequence }) : null;
  return { events: list, next };
}
