import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { groups } from "@/db/schema/groups";
import type { AuditEvent } from "@/lib/domain/events";
import type { CreateGroups } from "@/lib/domain/group/inputs";
import { sortKey } from "@/lib/domain/names";
import { NotFound } from "@/lib/operations/errors";

/**
 * Makes groups of nobody, under ids that the browser made. What is there under the same id, or in this organization
 * under the same name, accents and case aside, stays as it is and is not made again. The caller holds the organization.
 *
 * @returns an event for each that was made.
 * @throws {NotFound} when one of the ids is another organization's.
 */
export async function makeGroups(
  tx: Tx,
  { organizationId, groups: sent }: z.output<typeof CreateGroups>,
  now: Date,
): Promise<AuditEvent[]> {
  const known = await tx
    .select({ id: groups.id, organizationId: groups.organizationId, sortName: groups.sortName })
    .from(groups)
    .where(
      or(
        inArray(
          groups.id,
          sent.map(({ groupId }) => groupId),
        ),
        and(
          eq(groups.organizationId, organizationId),
          inArray(
            groups.sortName,
            sent.map(({ name }) => sortKey(name)),
          ),
        ),
      ),
    );
  if (known.some((row) => row.organizationId !== organizationId)) throw new NotFound();
  const existing = new Set(known.flatMap<string>(({ id, sortName }) => [id, sortName]));
  const made = sent.filter(({ groupId, name }) => !existing.has(groupId) && !existing.has(sortKey(name)));
  if (made.length > 0)
    await tx.insert(groups).values(
      made.map(({ groupId: id, name }) => ({
        id,
        organizationId,
        name,
        sortName: sortKey(name),
        createdAt: now,
        revisedAt: now,
      })),
    );
  return made.map(({ groupId, name }) => ({
    type: "group.created",
    organizationId,
    groupId,
    details: { name },
  }));
}
