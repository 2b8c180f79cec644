import type { Database, Tx } from "@/db/client";
import type { Actor } from "@/lib/domain/actor";
import type { UserId } from "@/lib/domain/ids";
import { fromParts, itemsOf } from "@/lib/domain/item/compact";
import { readAround, readVault } from "@/lib/operations/item/internal/read-vault";
import { stateOfVault } from "@/lib/operations/item/internal/vault-state";
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

/** The state that somebody's vault is in, and everything in it, in one order, as a text. */
export async function stateAndContents(tx: Tx, userId: UserId): Promise<{ state: string; contents: string }> {
  const around = await readAround(tx, userId);
  const state = await stateOfVault(tx, userId, around);
  const { items, entries, ...rest } = await readVault(tx, userId, around);
  const inOrder = [items, entries].map((rows) => rows.map((row) => JSON.stringify(row)).sort());
  return { state, contents: JSON.stringify([rest, inOrder]) };
}
