import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import { eventNumbers } from "@/lib/domain/events";
import { defineKeyset } from "@/lib/operations/keyset";

/** Newest first. Each log has an index of its own, on what it is of and the sequence. */
const logs = defineKeyset("events", { age: [events.sequence] });

/** A page of one log, named by `log`: it costs the same however many other events there are. */
export async function readEvents(tx: Tx, log: SQL | undefined, cursor: string | null) {
  const { where, orderBy, limit, place, cut } = logs.page({ sort: "age", direction: "descending", cursor });
  const found = await tx
    .select({
      sequence: events.sequence,
      at: events.at,
      type: events.type,
      details: events.details,
      subjectId: sql<string | null>`coalesce(${events.itemId}, ${events.collectionId})`,
      deviceType: events.deviceType,
      ip: events.ip,
      actorKind: events.actorKind,
      actorId: events.actorId,
      actorName: users.name,
      actorEmail: users.email,
      /**
       * In an organization's log: somebody of its provider did it, as the provider. What an owner answers the provider,
       * or a visit that an owner ended, is about the provider and not done by it.
       */
      byProvider: sql<boolean>`(${events.providerId} is not null and ${events.type} not in
        ('organization_member.approved', 'organization_member.approval_refused')
        and (${events.type} <> 'organization.left_by_provider' or ${events.actorId} is not distinct from ${events.userId}))`,
      place,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .where(and(log, where))
    .orderBy(...orderBy)
    .limit(limit);
  const { rows, next } = cut(found);
  return { events: rows.map((row) => ({ ...row, number: eventNumbers[row.type] })), next };
}
