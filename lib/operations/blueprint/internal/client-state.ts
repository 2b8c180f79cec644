import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { Switches } from "@/lib/domain/blueprint/content";
import type { OrganizationId } from "@/lib/domain/ids";
import { NotFound, Refused } from "@/lib/operations/errors";
import { matrixRows, mostInMatrix } from "@/lib/operations/group/internal/matrix-rows";
import type { OrganizationPlace } from "@/lib/operations/organization/access";
import { onWire } from "@/lib/operations/organization/internal/change-switches";

/**
 * A client as blueprints see it, with the names of its collections sealed, and a mark that stands for all of it. Of
 * policies the mark says nothing: each has a preview of its own.
 *
 * @param switches as they are now, where the actor has just changed them.
 * @throws {Refused} `client_too_large` where it has more than is laid side by side.
 */
export async function clientState(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  switches: Switches = onWire(place.switches),
) {
  const [client] = await tx
    .select({ name: organizations.name, keyId: organizations.keyId })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!client) throw new NotFound();
  const { areMore, ...matrix } = await matrixRows(tx, place, organizationId);
  if (areMore) throw new Refused("client_too_large", mostInMatrix);
  const state = { ...client, ...matrix, switches };
  return { ...state, mark: markOf(state) };
}

type Seen = Pick<Awaited<ReturnType<typeof matrixRows>>, "collections" | "groups" | "cells"> & {
  keyId: string;
  switches: Switches;
};

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
