import "server-only";
import { and, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import type { ItemId } from "@/lib/domain/ids";

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
