import "server-only";
import { ItemsTarget } from "@/lib/domain/item/inputs";
import { personOf, signedInNaming } from "@/lib/operations/account/access";
import { NotFound } from "@/lib/operations/errors";
import { readAround, readVault } from "@/lib/operations/item/internal/read-vault";
import { defineQuery } from "@/lib/operations/query";

/**
 * Some items of the actor's vault, as a sync would hand them out, with the collections that they are in, and which of
 * these are the actor's own.
 *
 * @throws {NotFound} for the whole when one of them is not in the vault.
 */
export const getItemsForApps = defineQuery({
  name: "item.get_items_for_apps",
  input: ItemsTarget,
  access: signedInNaming("what is not in the actor's own vault is not found"),
  async read({ tx, actor, input: { itemIds } }) {
    const userId = personOf(actor);
    const around = await readAround(tx, userId);
    const { items, entries } = await readVault(tx, userId, around, itemIds);
    if (items.length !== itemIds.length) throw new NotFound();
    const ownCollections = around.collections.flatMap(({ id, isOwn }) => (isOwn ? id : []));
    return { items, entries, ownCollections };
  },
});
