import type { ItemRow } from "@/components/items/item";
import { searchWords } from "@/components/items/search-words";
import { textOfPart, textPartsOf, websitesOf } from "@/components/items/text-parts";
import { folded } from "@/lib/domain/search";

type Content = NonNullable<ItemRow["content"]>;
type Searched = Pick<ItemRow, "content" | "sealed">;

const texts = new WeakMap<Content, string>();

/**
 * What an item is found by: name, username and the other texts of its type, addresses, notes; never a secret. Notes of
 * an item that asks for the master password are left out: they could be guessed letter by letter.
 */
function textOf({ sealed }: Searched, content: Content): string {
  const known = texts.get(content);
  if (known !== undefined) return known;
  const parts = textPartsOf(content.type).flatMap(({ name }) => textOfPart(content, name) ?? []);
  const addresses = websitesOf(content).map(({ uri }) => uri);
  const notes = sealed.reprompt === "none" ? (content.notes ?? "") : "";
  const text = folded([content.name, ...parts, ...addresses, notes].join("\n"));
  texts.set(content, text);
  return text;
}

/**
 * The items in which every word of a search stands somewhere, in any order, accents, case and width aside. Without a
 * word, all of them.
 */
export function matching<Item extends Searched>(items: readonly Item[], search: string): readonly Item[] {
  const words = searchWords(search);
  if (words.length === 0) return items;
  return items.filter((item) => {
    if (!item.content) return false;
    const text = textOf(item, item.content);
    return words.every((word) => text.includes(word));
  });
}

/** How many items are made ready at a time: some milliseconds of work. */
const atOnce = 500;

/** Works out what items are found by while nothing else is to be done. Answers how to stop. */
export function makeSearchable(items: readonly Searched[]): () => void {
  let from = 0;
  let stop = () => {};
  const next = () => {
    for (const item of items.slice(from, from + atOnce)) if (item.content) textOf(item, item.content);
    from += atOnce;
    if (from < items.length) stop = whenIdle(next);
  };
  stop = whenIdle(next);
  return () => stop();
}

/** Safari has no idle callbacks; there, it comes after what waits already. */
function whenIdle(act: () => void): () => void {
  if (typeof window.requestIdleCallback === "function") {
    const id = window.requestIdleCallback(act);
    return () => window.cancelIdleCallback(id);
  }
  const id = window.setTimeout(act, 0);
  return () => window.clearTimeout(id);
}
