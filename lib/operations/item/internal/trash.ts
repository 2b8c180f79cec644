import "server-only";
import { and, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import type { AuditEvent } from "@/lib/domain/events";
import type { ItemId, OrganizationId, UserId } from "@/lib/domain/ids";

type ItemEvent =
  | "cipher.trashed"
  | "cipher.restored"
  | "cipher.deleted"
  | "cipher.shared"
  | "cipher.updated_collections";

/** Those of the items that are in the trash, or those that are not, locked in one order. */
export async function lockItems(
  tx: Tx,
  itemIds: readonly ItemId[],
  { inTrash, strength }: { inTrash: boolean; strength: "no key update" | "update" },
): Promise<ItemId[]> {
  const rows = await tx
    .select({ id: ciphers.id })
    .from(ciphers)
    .where(
      and(
        inArray(ciphers.id, [...itemIds]),
        inTrash ? isNotNull(ciphers.deletedAt) : isNull(ciphers.deletedAt),
      ),
    )
    .orderBy(ciphers.id)
    .for(strength);
  return rows.map(({ id }) => id);
}

/** The same thing done to several items of one owner, one event for each. */
export const eventsOfItems = (
  type: ItemEvent,
  itemIds: readonly ItemId[],
  owner: { organizationId: OrganizationId | null; userId: UserId },
): AuditEvent[] =>
  itemIds.map((itemId) => ({
    type,
    itemId,
    ...(owner.organizationId ? { organizationId: owner.organizationId } : { userId: owner.userId }),
  }));

/** Puts locked items into the trash or takes them out of it. */
export const setTrashed = (tx: Tx, itemIds: readonly ItemId[], deletedAt: Date | null, revisedAt: Date) =>
  tx
    .update(ciphers)
    .set({ deletedAt, revisedAt })
    .where(inArray(ciphers.id, [...itemIds]));

export const deleteRows = (tx: Tx, itemIds: readonly ItemId[]) =>
  tx.delete(ciphers).where(inArray(ciphers.id, [...itemIds]));
