import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { formerMembers } from "@/db/schema/former-members";
import { users } from "@/db/schema/users";
import type { LogFilters } from "@/lib/domain/event-log";
import { eventNumbers } from "@/lib/domain/event-types";
import type { CollectionId, ItemId } from "@/lib/domain/ids";
import { inParts, matching, partsOfMember } from "@/lib/operations/event/internal/filtered";
import { memberOfLog } from "@/lib/operations/event/internal/member-of-log";
import type { Scope } from "@/lib/operations/event/internal/scope";
import { defineKeyset } from "@/lib/operations/keyset";
import { asTheyLeft, called } from "@/lib/operations/people/internal/called";

/** Newest first. Each way of looking at a log has an index of its own. */
const order = { age: [events.at, events.sequence] } as const;
const pages = defineKeyset("events", order);
/** Of an export: as much as a browser turns into lines at once. */
const exported = defineKeyset("events", order, 500);

/**
 * In an organization's log: somebody of its provider did it, as the provider. What an owner answers the provider, or a
 * visit that an owner ended, is about the provider and not done by it.
 */
const byProvider = sql<boolean>`(${events.providerId} is not null and ${events.type} not in
  ('organization_member.approved', 'organization_member.approval_refused')
  and (${events.type} <> 'organization.left_by_provider' or ${events.actorId} is not distinct from ${events.userId}))`;

type View = LogFilters & { cursor: string | null };

/** A page of a log, as far as the filters let through: it costs the same however many other events there are. */
export async function readEvents(tx: Tx, scope: Scope, { cursor, ...filters }: View, of: "page" | "export") {
  const keyset = of === "page" ? pages : exported;
  const page = keyset.page({ sort: "age", direction: "descending", cursor });
  const member = filters.member && (await memberOfLog(tx, scope.log, filters.member));
  const shown = and(scope.within, matching(filters), page.where);
  const found = filters.member ? partsOfMember(scope, filters.member, member?.userId) : scope.parts;
  const rows = await tx
    .select({
      sequence: events.sequence,
      at: events.at,
      type: events.type,
      details: events.details,
      subjectId: sql<ItemId | CollectionId | null>`coalesce(${events.itemId}, ${events.collectionId})`,
      deviceType: events.deviceType,
      ip: events.ip,
      actorKind: events.actorKind,
      actorId: events.actorId,
      actorName: called.name,
      actorEmail: called.email,
      byProvider,
      client: scope.client,
      place: page.place,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    // Whoever acted as the provider had their place in its team.
    .leftJoin(
      formerMembers,
      asTheyLeft(
        events.actorId,
        sql`(case when ${byProvider} then ${events.providerId} else ${events.log} end)`,
      ),
    )
    .where(found ? inArray(events.sequence, inParts(tx, shown, page, found)) : shown)
    .orderBy(...page.orderBy)
    .limit(page.limit);
  const { rows: cut, next } = page.cut(rows);
  return {
    events: cut.map((row) => ({ ...row, number: eventNumbers[row.type] })),
    next,
    member: member ?? null,
  };
}
