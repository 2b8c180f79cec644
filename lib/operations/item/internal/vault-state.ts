import "server-only";
import { createHash } from "node:crypto";
import type { Tx } from "@/db/client";
import type { UserId } from "@/lib/domain/ids";
import type { AroundVault } from "@/lib/operations/item/internal/read-vault";
import { readRevisions } from "@/lib/operations/revision/internal/read-revisions";

/**
 * Names a state of somebody's vault without reading its items: what surrounds them as it is at this moment, and the
 * revisions that every write of items advances. As long as it is the same, so is the vault. It is read before the items:
 * what is written in between then belongs to the next state.
 */
export async function stateOfVault(tx: Tx, userId: UserId, around: AroundVault): Promise<string> {
  const organizationIds = new Set(around.collections.map(({ organizationId }) => organizationId));
  const revisions = await readRevisions(tx, userId, [...organizationIds]);
  return createHash("sha256")
    .update(JSON.stringify([around, revisions]))
    .digest("base64url");
}
