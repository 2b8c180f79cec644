import { useRef } from "react";
import type { ItemRow } from "@/components/items/item";
import type { ItemTask } from "@/components/items/item-tasks";

export type AskedTask = { task: ItemTask; ids: readonly string[] };

/** Tasks in which somebody types: what they typed stays, whatever becomes of the item. */
const typing: readonly ItemTask[] = ["edit", "clone"];

/**
 * The items that a task is about. One that leaves the list while it is edited stays as it was last, and `isGone`: somebody
 * has deleted or archived it elsewhere.
 */
export function useConcerned(items: readonly ItemRow[], task: AskedTask | null) {
  const last = useRef<readonly ItemRow[]>([]);
  const there = task ? items.filter(({ id }) => task.ids.includes(id)) : [];
  if (there.length > 0 || !task) last.current = there;
  const isGone = there.length === 0 && last.current.length > 0;
  const staysOpen = task !== null && typing.includes(task.task);
  return { concerned: isGone && !staysOpen ? there : last.current, isGone };
}
