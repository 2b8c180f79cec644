import type { Reprompt } from "@/lib/domain/item/sealed-item";
import { folded } from "@/lib/domain/search";

/** What of an item its texts depend on: sealed or open. */
type Parts = { notes: string | null; fields: readonly { name: string | null }[] };

/**
 * What an item is found by, folded: name, username and the other texts of its type, addresses, notes; never a secret.
 * Notes of an item that asks for the master password are left out: they could be guessed letter by letter.
 *
 * @param texts all that stand open in it, in the order of its shape: name, notes, names of fields, and then its type's.
 */
export function searchedIn({ notes, fields }: Parts, texts: readonly string[], reprompt: Reprompt): string {
  let at = notes === null ? 1 : 2;
  for (const { name } of fields) if (name !== null) at += 1;
  const common = notes === null || reprompt !== "none" ? texts.slice(0, 1) : texts.slice(0, 2);
  return folded([...common, ...texts.slice(at)].join("\n"));
}
