import type { EncString } from "@/lib/crypto/types";
import { type commonShape, fieldNumbers, type OpenOf, type Shapes } from "@/lib/domain/item/shapes";
import type { ItemType } from "@/lib/domain/item/types";

/** A secret that has not been opened. It is under the item's own key, as every text of the item. */
export type StillSealed = { sealed: EncString };

/** What an item of any type has. */
type Common<Kept> = Omit<OpenOf<typeof commonShape, Kept>, "name" | "rest"> & { name: string };

type Item<Type extends ItemType, Kept> = {
  [K in Type]: Common<Kept> & { type: K; data: OpenOf<Shapes[K], Kept> };
}[Type];

/** An item as somebody types it. What is empty is null. */
export type OpenItem<Type extends ItemType = ItemType> = Item<Type, string>;

/** An item as a page shows it: its secrets wait until somebody asks for them. */
export type ShownItem<Type extends ItemType = ItemType> = Item<Type, StillSealed>;

/** An item on its way back: a secret that nobody has touched goes as it came. */
export type EditedItem<Type extends ItemType = ItemType> = Item<Type, string | StillSealed>;

/** The lists of an item in which nothing stands. */
export const emptyLists = { fields: [], passwordHistory: [] };

/** The item without the secrets that are hidden from somebody who may use it and not see them. */
export function withoutHidden(content: ShownItem): ShownItem {
  const data = Object.entries(content.data).map(([name, value]) => [
    name,
    isStillSealed(value) ? null : value,
  ]);
  const fields = content.fields.map((field) =>
    field.type === fieldNumbers.hidden ? { ...field, value: null } : field,
  );
  return { ...content, fields, passwordHistory: [], data: Object.fromEntries(data) } as ShownItem;
}

export const isStillSealed = (value: unknown): value is StillSealed =>
  typeof value === "object" && value !== null && "sealed" in value;
