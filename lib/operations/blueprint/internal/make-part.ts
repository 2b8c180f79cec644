import "server-only";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { ApplyBlueprint } from "@/lib/domain/blueprint/inputs";
import type { AuditEvent } from "@/lib/domain/events";
import { mayInOrganization } from "@/lib/domain/organization/member";
import { makeCollections } from "@/lib/operations/collection/internal/make-collections";
import { assertAllowed } from "@/lib/operations/command";
import { changeAccess } from "@/lib/operations/group/internal/change-access";
import { makeGroups } from "@/lib/operations/group/internal/make-groups";
import type { OrganizationPlace } from "@/lib/operations/organization/access";
import { changeSwitches } from "@/lib/operations/organization/internal/change-switches";

/**
 * Makes what one part of a blueprint says, by what the console's own commands do, and under their rules. The caller
 * holds the organization with authority.
 */
export async function makePart(
  tx: Tx,
  place: OrganizationPlace,
  part: z.output<typeof ApplyBlueprint>,
  now: Date,
): Promise<AuditEvent[]> {
  const { organizationId, organizationKeyId, collections, groups, cells, switches } = part;
  const events: AuditEvent[] = [];
  if (collections.length > 0) {
    assertAllowed(mayInOrganization("create_collections", place));
    const made = { organizationId, organizationKeyId, collections, forMaker: false };
    events.push(...(await makeCollections(tx, place, made, now)));
  }
  if (groups.length + cells.length > 0) assertAllowed(mayInOrganization("manage_groups", place));
  if (groups.length > 0) events.push(...(await makeGroups(tx, { organizationId, groups }, now)));
  if (cells.length > 0) events.push(...(await changeAccess(tx, place, { organizationId, cells }, now)));
  if (switches) events.push(...(await changeSwitches(tx, place, { organizationId, ...switches }, now)));
  return events;
}
