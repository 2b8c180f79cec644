import "server-only";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import type { AuditEvent, EventSubjects } from "@/lib/domain/events";
import { holdLogs } from "@/lib/operations/hold-logs";

/** Rows per statement: far below PostgreSQL's 65,535 parameters. */
const batch = 500;

/**
 * Writes what happened, in the transaction in which it happened. A person's sign-in is recorded as their
 * own act although nobody was signed in yet: the event's `userId` stands in for the actor.
 */
export async function record(tx: Tx, actor: Actor, happened: AuditEvent[], stamp: EventSubjects, now: Date) {
  const { principal, way, sessionId, device } = actor;
  await holdLogs(tx, happened);
  for (let start = 0; start < happened.length; start += batch) {
    const rows = happened.slice(start, start + batch).map((event) => ({
      ...("organizationId" in event && event.organizationId && stamp),
      ...event,
      at: event.at ?? now,
      actorKind: principal.kind,
      actorId: userIdOf(actor) ?? (principal.kind === "anonymous" && "userId" in event ? event.userId : null),
      way,
      sessionId,
      deviceType: device.type,
      ip: device.ip,
    }));
    await tx.insert(events).values(rows);
  }
}
