import type { Reprompt } from "@/lib/domain/item/sealed-item";
import { folded } from "@/lib/domain/search";
import type { ShownItem } from "@/lib/vault/item";

/**
 * What an item is found by, folded: name, username and the other texts of its type, addresses, notes; never a secret.
 * Notes of an item that asks for the master password are left out: they could be guessed letter by letter.
 */
export function searchedIn({ name, notes, data }: ShownItem, reprompt: Reprompt): string {
  const texts = [name];
  for (const value of Object.values(data)) if (typeof value === "string") texts.push(value);
  if ("uris" in data) for (const { uri } of data.uris) texts.push(uri);
  if (notes !== null && reprompt === "none") texts.push(notes);
  return folded(texts.join("\n"));
}
