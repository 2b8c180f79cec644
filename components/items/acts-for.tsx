import { Archive, ArchiveRestore, RotateCcw, Star, StarOff, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import type { ItemRow } from "@/components/items/item";
import type { ItemAct } from "@/components/items/use-item-acts";

const icons: Record<ItemAct, ReactNode> = {
  favorite: <Star aria-hidden="true" />,
  unfavorite: <StarOff aria-hidden="true" />,
  archive: <Archive aria-hidden="true" />,
  unarchive: <ArchiveRestore aria-hidden="true" />,
  restore: <RotateCcw aria-hidden="true" />,
  trash: <Trash2 aria-hidden="true" />,
  deleteForGood: <Trash2 aria-hidden="true" />,
};

/** What can be done with all of these items, each with its picture. `isOwn`: in the person's own vault, with marks. */
export function actsFor(items: readonly ItemRow[], isOwn: boolean): { act: ItemAct; icon: ReactNode }[] {
  const every = (is: (item: ItemRow) => boolean) => items.length > 0 && items.every(is);
  const isKept = every(({ deletedAt }) => deletedAt === null);
  const isTrashed = every(({ deletedAt }) => deletedAt !== null);
  const mayDelete = every(({ may }) => may.delete);
  const possible: Record<ItemAct, boolean> = {
    favorite: isOwn && isKept && !every(({ marks }) => marks.isFavorite),
    unfavorite: isOwn && isKept && every(({ marks }) => marks.isFavorite),
    archive: isOwn && isKept && every(({ marks }) => !marks.isArchived),
    unarchive: isOwn && isKept && every(({ marks }) => marks.isArchived),
    restore: isOwn && isTrashed && mayDelete,
    trash: isKept && mayDelete,
    deleteForGood: isOwn && isTrashed && mayDelete,
  };
  return (Object.keys(icons) as ItemAct[]).flatMap((act) => (possible[act] ? { act, icon: icons[act] } : []));
}
