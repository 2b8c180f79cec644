"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useKept } from "@/components/forms/kept";
import type { ItemRow } from "@/components/items/item";
import type { SortChoice } from "@/components/ui/sort-menu";

type Column = "name" | "owner";
type Order = { by: Column; isReversed: boolean };

/**
 * Items in the order that is chosen, and what chooses it. They come in the order of their names, so that no name is
 * compared here: ten thousand of them are put in another order at once.
 */
export function useSortedItems(items: readonly ItemRow[]) {
  const t = useTranslations("vault");
  const locale = useLocale();
  const me = t("me");
  const [order, setOrder] = useKept<Order>("order", { by: "name", isReversed: false });
  const sorted = useMemo(() => {
    const inOrder = order.by === "name" ? [...items] : byOwner(items, me, locale);
    return order.isReversed ? inOrder.reverse() : inOrder;
  }, [items, order, me, locale]);

  const sortBy = (by: Column): SortChoice => ({
    label: t(by),
    state: order.by !== by ? "none" : order.isReversed ? "descending" : "ascending",
    onSort: () => setOrder({ by, isReversed: order.by === by && !order.isReversed }),
  });
  return { sorted, sorts: { name: sortBy("name"), owner: sortBy("owner") } };
}

/** One owner after the other; the items of each stay in their order. */
function byOwner(items: readonly ItemRow[], me: string, locale: string): ItemRow[] {
  const ownerOf = ({ keptIn }: ItemRow) => keptIn.owner ?? me;
  const owners = [...new Set(items.map(ownerOf))].sort(new Intl.Collator(locale).compare);
  const rank = new Map(owners.map((owner, place) => [owner, place]));
  const rankOf = (item: ItemRow) => rank.get(ownerOf(item)) ?? 0;
  return items.toSorted((one, other) => rankOf(one) - rankOf(other));
}
