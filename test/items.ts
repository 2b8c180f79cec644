import { eq } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import type { CollectionId, ItemId, OrganizationId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { createItem } from "@/lib/operations/item/create-item";
import { anyId, keyOf, sealedLogin } from "@/test/organization";
import type { Person } from "@/test/people";

/** What a browser sends to make an item: one's own, or an organization's in these collections. */
export const newItem = (
  organizationId: OrganizationId | null = null,
  collectionIds: readonly CollectionId[] = [],
) => ({
  itemId: anyId(),
  organizationId,
  organizationKeyId: organizationId && keyOf(organizationId),
  collectionIds: [...collectionIds],
  ...sealedLogin(),
});

/** An item of somebody's own. */
export async function anOwnItem(tx: Tx, { actor }: Pick<Person, "actor">): Promise<ItemId> {
  return (await execute(tx, createItem, actor, newItem())).itemId;
}

/** What a browser that knows the item as it is now sends to change it. */
export async function anEdit(from: Database | Tx, itemId: ItemId) {
  const known = { organizationKeyId: ciphers.organizationKeyId, lastKnownRevisionDate: ciphers.revisedAt };
  const [row] = await from.select(known).from(ciphers).where(eq(ciphers.id, itemId));
  if (!row) throw new Error("no such item");
  return { itemId, ...row, ...sealedLogin() };
}
