import type { Database, Tx } from "@/db/client";
import type { Actor } from "@/lib/domain/actor";
import { fromParts, itemsOf } from "@/lib/domain/item/compact";
import { syncMyVault } from "@/lib/operations/item/sync-my-vault";
import { ask } from "@/lib/operations/query";
import { wholeRow } from "@/test/whole-row";

/** Everything in somebody's vault as their browser asks for it, with one object for each item. */
export async function wholeVault(from: Database | Tx, actor: Actor) {
  const { contents } = await ask(from, syncMyVault, actor, { known: null });
  if (!contents) throw new Error("nothing was known before");
  const { form: _, compact, ...around } = contents;
  const { items, entries } = itemsOf(await fromParts(compact));
  return { ...around, items: items.map(wholeRow), entries };
}
