import type { EncString } from "@/lib/crypto/types";
import type { OpenOf, Shapes } from "@/lib/domain/item/shapes";
import type { ItemType } from "@/lib/domain/item/types";

/** A secret that has not been opened. It is under the item's own key, as every text of the item. */
export type StillSealed = { sealed: EncString };

type Item<Type extends ItemType, Kept> = {
  [K in Type]: { type: K; name: string; notes: string | null; data: OpenOf<Shapes[K], Kept> };
}[Type];

/** An item as somebody types it. What is empty is null. */
export type OpenItem<Type extends ItemType = ItemType> = Item<Type, string>;

/** An item as a page shows it: its secrets wait until somebody asks for them. */
export type ShownItem<Type extends ItemType = ItemType> = Item<Type, StillSealed>;

/** An item on its way back: a secret that nobody has touched goes as it came. */
export type EditedItem<Type extends ItemType = ItemType> = Item<Type, string | StillSealed>;
