import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import type { ItemId } from "@/lib/domain/ids";
import { account, type Lock } from "@/lib/operations/locks";

/**
 * The lock of the actor's account if the item is their own, because the account's revision is advanced with the
 * item.
 */
export const ownerOfItem = (tx: Tx, actor: Actor, itemId: ItemId): Promise<Lock[]> =>
  ownerOfItems(tx, actor, [itemId]);

/** The same of several items. */
export async function ownerOfItems(tx: Tx, actor: Actor, itemIds: readonly ItemId[]): Promise<Lock[]> {
  const userId = userIdOf(actor);
  if (!userId) return [];
  const own = await tx
    .select({ id: ciphers.id })
    .from(ciphers)
    .where(and(inArray(ciphers.id, [...itemIds]), eq(ciphers.userId, userId)))
    .limit(1);
  return own.map(() => account(userId));
}
