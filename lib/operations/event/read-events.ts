import "server-only";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import { eventNumbers } from "@/lib/domain/events";
import { PlaceId, PlaceMoment, readCursor, writeCursor } from "@/lib/operations/cursor";

const pageSize = 50;
const Place = z.object({ at: PlaceMoment, id: PlaceId });

/**
 * A page of one log, newest first. `log` names the log; each needs an index that begins with it and goes on
 * with (at, id), so that the last page costs what the first does.
 */
export async function readEvents(tx: Tx, log: SQL | undefined, cursor: string | undefined) {
  const after = readCursor("events", Place, cursor);
  const rows = await tx
    .select({
      id: events.id,
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
    .where(
      and(
        log,
        after ? sql`(${events.at}, ${events.id}) < (${after.at}::timestamptz, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(events.at), desc(events.id))
    .limit(pageSize + 1);

  const list = rows.slice(0, pageSize).map((row) => ({ ...row, number: eventNumbers[row.type] }));
  const last = list.at(-1);
  const next =
    rows.length > pageSize && last ? writeCursor("events", { at: last.at.toISOString(), id: last.id }) : null;
  return { events: list, next };
}
