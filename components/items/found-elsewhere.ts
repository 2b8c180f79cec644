import type { ItemRow } from "@/components/items/item";
import { matching } from "@/components/items/matches";
import { type InViews, passes, type VaultFilter } from "@/components/items/vault-filter";

/** Together, they have every item once. */
const views = ["all", "archive", "trash"] as const;

export type Elsewhere = { by: (typeof views)[number]; count: number };

/** Where a search that finds nothing in one view would find something. */
export function foundElsewhere(
  items: readonly (InViews & Pick<ItemRow, "searched">)[],
  search: string,
  filter: VaultFilter,
): readonly Elsewhere[] {
  if (search === "") return [];
  const found = matching(items, search);
  return views
    .filter((by) => by !== filter.by)
    .map((by) => ({ by, count: found.filter((item) => passes(item, { by })).length }))
    .filter(({ count }) => count > 0);
}
