import type { ItemRow } from "@/components/items/item";
import { subtitleOf } from "@/components/items/subtitle";
import { websitesOf } from "@/components/items/text-parts";
import { folded } from "@/lib/domain/search";

const texts = new WeakMap<object, string>();

/**
 * What an item is found by: name, what stands under it, addresses and notes. It is worked out once for each version.
 * Notes of an item that asks for the master password are left out: they could be guessed letter by letter.
 */
function textOf({ sealed }: ItemRow, content: NonNullable<ItemRow["content"]>): string {
  const known = texts.get(content);
  if (known !== undefined) return known;
  const addresses = websitesOf(content).map(({ uri }) => uri);
  const notes = sealed.reprompt === "none" ? (content.notes ?? "") : "";
  const text = folded([content.name, subtitleOf(content) ?? "", ...addresses, notes].join("\n"));
  texts.set(content, text);
  return text;
}

/** Whether every word stands somewhere in what the item is found by, in any order, accents and case aside. */
export function matches(item: ItemRow, search: string): boolean {
  const words = folded(search).split(" ").filter(Boolean);
  if (words.length === 0) return true;
  if (!item.content) return false;
  const text = textOf(item, item.content);
  return words.every((word) => text.includes(word));
}
