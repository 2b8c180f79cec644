import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import type { ItemId } from "@/lib/domain/ids";

/** Puts locked items into the trash or takes them out of it. */
export const setTrashed = (tx: Tx, itemIds: readonly ItemId[], deletedAt: Date | null, revisedAt: Date) =>
  tx
    .update(ciphers)
    .set({ deletedAt, revisedAt })
    .where(inArray(ciphers.id, [...itemIds]));
