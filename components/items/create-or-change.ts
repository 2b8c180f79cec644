import type { ItemActions } from "@/components/items/item";

type NewItem = Parameters<ItemActions["create"]>[0];

/**
 * Creates an item. If an earlier try has created it and only its answer was lost, the item is changed to what
 * is typed now, because it may have been corrected between the tries.
 */
export async function createOrChangeItem(actions: Pick<ItemActions, "create" | "update">, item: NewItem) {
  const created = await actions.create(item);
  if (!created.ok || !created.result.existed) return created;
  const { organizationId: _, collectionIds: __, ...sealed } = item;
  return actions.update({ ...sealed, lastKnownRevisionDate: created.result.revisedAt });
}
