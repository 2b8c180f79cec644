import { useEffect, useMemo } from "react";
import type { ItemRow } from "@/components/items/item";
import { makeSearchable, matching } from "@/components/items/matches";

/** The items that a search finds. They are made ready for it once they are shown, so that the first key is as quick as the next. */
export function useFound(items: readonly ItemRow[], search: string): readonly ItemRow[] {
  useEffect(() => makeSearchable(items), [items]);
  return useMemo(() => matching(items, search), [items, search]);
}
