import type { ItemRow } from "@/components/items/item";
import { folded } from "@/lib/domain/search";

/** Whether every word stands somewhere in the item's name, user name or addresses, accents and case aside. */
export function matches(item: ItemRow, search: string): boolean {
  const words = folded(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  if (!item.content) return false;
  const { name, data } = item.content;
  const text = folded([name, data.username ?? "", ...data.uris.map(({ uri }) => uri)].join("\n"));
  return words.every((word) => text.includes(word));
}
