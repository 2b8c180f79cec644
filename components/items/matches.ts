import type { ItemRow } from "@/components/items/item";
import { searchWords } from "@/components/items/search-words";

/**
 * The items in which every word of a search stands somewhere, in any order, accents, case and width aside. Without a
 * word, all of them.
 */
export function matching<Item extends Pick<ItemRow, "searched">>(
  items: readonly Item[],
  search: string,
): readonly Item[] {
  const words = searchWords(search);
  if (words.length === 0) return items;
  return items.filter(({ searched }) => searched !== null && words.every((word) => searched.includes(word)));
}
