import type { ListedItem } from "@/lib/domain/item/compact";

/** An item of the compact form with everything in it, as it was before. */
export const wholeRow = (item: ListedItem): ListedItem => {
  const { key, name, notes, fields, passwordHistory, data } = item;
  // Its data is that of its type, both of the same item.
  return { ...item, ...{ key, name, notes, fields, passwordHistory, data } } as ListedItem;
};
