import "server-only";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import type { EventSubjects } from "@/lib/domain/event-subjects";
import type { AuditEvent } from "@/lib/domain/events";
import { holdLogs } from "@/lib/operations/hold-logs";
import { toldToTenants } from "@/lib/operations/tenants-of-account";

/** Rows per statement: far below PostgreSQL's 65,535 parameters. */
const batch = 500;

/**
 * Writes events in the transaction of what they tell. A log-in is recorded as the act of the event's `userId`,
 * because nobody was signed in before it.
 */
export async function record(tx: Tx, actor: Actor, acts: AuditEvent[], stamp: EventSubjects, now: Date) {
  const { principal, way, sessionId, device } = actor;
  const happened = [...acts, ...(await toldToTenants(tx, acts))];
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
