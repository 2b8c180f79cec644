import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { EncString } from "@/lib/crypto/types";
import type { Switches } from "@/lib/domain/blueprint/content";
import type { ApplyBlueprint } from "@/lib/domain/blueprint/inputs";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { AuditEvent } from "@/lib/domain/events";
import type { CollectionId, GroupId, OrganizationId } from "@/lib/domain/ids";
import { NotFound, Refused } from "@/lib/operations/errors";
import { matrixRows, mostInMatrix } from "@/lib/operations/group/internal/matrix-rows";
import type { OrganizationPlace } from "@/lib/operations/organization/access";
import { onWire } from "@/lib/operations/organization/internal/change-switches";

/**
 * A client as blueprints see it, with the names of its collections sealed, and a mark that stands for all of it. Of
 * policies the mark says nothing: each has a preview of its own.
 *
 * @throws {Refused} `client_too_large` where it has more than is laid side by side.
 */
export async function clientState(tx: Tx, place: OrganizationPlace, organizationId: OrganizationId) {
  const [client] = await tx
    .select({ name: organizations.name, keyId: organizations.keyId })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!client) throw new NotFound();
  const { areMore, ...matrix } = await matrixRows(tx, place, organizationId);
  if (areMore) throw new Refused("client_too_large", mostInMatrix);
  const state = { ...client, ...matrix, switches: onWire(place.switches) };
  return { ...state, mark: markOf(state) };
}

type Seen = {
  keyId: string;
  switches: Switches;
  collections: readonly { id: CollectionId; name: EncString }[];
  groups: readonly { id: GroupId; name: string }[];
  cells: readonly { groupId: GroupId; collectionId: CollectionId; permission: CollectionPermission }[];
};

type Part = Pick<z.output<typeof ApplyBlueprint>, "collections" | "cells" | "switches">;

/**
 * The mark of a client once a part was made in it, worked out from what it was before: the client is held, so nothing
 * else has changed.
 *
 * @param made what the part has made, as the logs say it.
 * @throws {Refused} `client_too_large` where it has more by now than is laid side by side.
 */
export function markAfter(before: Seen, part: Part, made: readonly AuditEvent[]): string {
  const names = new Map(part.collections.map(({ collectionId, name }) => [collectionId, name]));
  const collections = [...before.collections];
  const groups = [...before.groups];
  for (const event of made) {
    if (event.type === "group.created") groups.push({ id: event.groupId, name: event.details.name });
    const name = event.type === "collection.created" ? names.get(event.collectionId) : undefined;
    if (event.type === "collection.created" && name) collections.push({ id: event.collectionId, name });
  }
  if (groups.length > mostInMatrix.groups || collections.length > mostInMatrix.collections)
    throw new Refused("client_too_large", mostInMatrix);
  const changed = part.cells.flatMap(({ to, groupId, collectionId }) =>
    to === null ? [] : [{ groupId, collectionId, permission: to }],
  );
  const places = new Set(changed.map(({ groupId, collectionId }) => groupId + collectionId));
  const kept = before.cells.filter(({ groupId, collectionId }) => !places.has(groupId + collectionId));
  const switches = part.switches ?? before.switches;
  return markOf({ ...before, collections, groups, cells: [...kept, ...changed], switches });
}

function markOf({ keyId, switches, collections, groups, cells }: Seen): string {
  const seen = [
    keyId,
    Object.entries(switches),
    collections.map(({ id, name }) => [id, name]).sort(),
    groups.map(({ id, name }) => [id, name]).sort(),
    cells.map(({ groupId, collectionId, permission }) => [groupId, collectionId, permission]).sort(),
  ];
  return createHash("sha256").update(JSON.stringify(seen)).digest("base64url");
}
