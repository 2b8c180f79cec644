import type { CollectionActions } from "@/components/collections/collection-actions";
import { folded } from "@/lib/domain/search";
import type { ActionResult } from "@/lib/http/result";

/** Those of the names that are not there yet, accents and case aside. */
export function newOnly(names: readonly string[], known: readonly (string | null)[]): string[] {
  const there = new Set(known.map((name) => folded(name ?? "")));
  return names.filter((name) => !there.has(folded(name)));
}

export type Made = Parameters<CollectionActions["createSeveral"]>[0] &
  Pick<Parameters<CollectionActions["createGroups"]>[0], "groups">;

/** Collections in one command, then groups in another; either is passed over where there is nothing to make. */
export async function makeAll(
  { createSeveral, createGroups }: Pick<CollectionActions, "createSeveral" | "createGroups">,
  { groups, ...several }: Made,
): Promise<ActionResult<{ collections: number; groups: number }>> {
  const { organizationId, collections } = several;
  const made = collections.length > 0 ? await createSeveral(several) : nothing;
  if (!made.ok) return made;
  const madeGroups = groups.length > 0 ? await createGroups({ organizationId, groups }) : nothing;
  if (!madeGroups.ok) return madeGroups;
  return {
    ok: true,
    result: { collections: made.result.created, groups: madeGroups.result.created },
  };
}

const nothing = { ok: true as const, result: { created: 0 } };
