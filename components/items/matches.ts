import type { ItemRow } from "@/components/items/item";
import { sortKey } from "@/lib/domain/names";

/** Whether every word stands somewhere in the item's name, user name or addresses, accents and case aside. */
export function matches(item: ItemRow, search: string): boolean {
  const words = sortKey(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  if (!item.content) return false;
  const { name, data } = item.content;
  const text = sortKey([name, data.username ?? "", ...data.uris.map(({ uri }) => uri)].join("\n"));
  return words.every((word) => text.includes(word));
}
