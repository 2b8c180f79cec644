import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import type { CipherId, OrganizationId, UserId } from "@/lib/domain/ids";
import { accountsOf } from "@/lib/operations/collection/accounts-of";
import { touchAccounts } from "@/lib/operations/organization/touch-accounts";

type Item = { cipherId: CipherId; organizationId: OrganizationId | null };

/** Tells the accounts that have an item that it has changed: its owner's, or those of its collections. */
export async function touchItemAccounts(tx: Tx, item: Item, userId: UserId, now: Date): Promise<void> {
  if (!item.organizationId) return touchAccounts(tx, [userId], now);
  const entries = await tx
    .select({ collectionId: collectionCiphers.collectionId })
    .from(collectionCiphers)
    .where(eq(collectionCiphers.cipherId, item.cipherId));
  const collectionIds = entries.map(({ collectionId }) => collectionId);
  await touchAccounts(tx, await accountsOf(tx, collectionIds), now);
}
