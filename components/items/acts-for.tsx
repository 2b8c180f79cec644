import {
  Archive,
  ArchiveRestore,
  FolderInput,
  FolderTree,
  Forward,
  RotateCcw,
  Star,
  StarOff,
  Trash2,
} from "lucide-react";
import type { ReactNode } from "react";
import type { ItemOwner, ItemRow } from "@/components/items/item";
import type { ItemTask } from "@/components/items/item-tasks";
import type { ItemAct } from "@/components/items/use-item-acts";

/** What is done at once, or in a dialog. */
export type AnyAct = ItemAct | ItemTask;

const icons: Record<AnyAct, ReactNode> = {
  favorite: <Star aria-hidden="true" />,
  unfavorite: <StarOff aria-hidden="true" />,
  archive: <Archive aria-hidden="true" />,
  unarchive: <ArchiveRestore aria-hidden="true" />,
  folder: <FolderInput aria-hidden="true" />,
  share: <Forward aria-hidden="true" />,
  assign: <FolderTree aria-hidden="true" />,
  restore: <RotateCcw aria-hidden="true" />,
  trash: <Trash2 aria-hidden="true" />,
  deleteForGood: <Trash2 aria-hidden="true" />,
};

/** Something that can be done, with its picture. */
export type Offer = { act: AnyAct; icon: ReactNode };

type Where = {
  /** In the person's own vault, with marks. */
  isOwn: boolean;
  /** Where items can be kept. */
  owners: readonly ItemOwner[];
};

/** Of the person's own, and as it was sealed: what is damaged would be sealed as if it were not. */
const isWholeAndOwn = ({ organizationId, content, damage }: ItemRow) =>
  organizationId === null && content !== null && damage.length === 0;

/** What can be done with all of these items. */
export function actsFor(items: readonly ItemRow[], { isOwn, owners }: Where): Offer[] {
  const every = (is: (item: ItemRow) => boolean) => items.length > 0 && items.every(is);
  const isKept = every(({ deletedAt }) => deletedAt === null);
  const isTrashed = every(({ deletedAt }) => deletedAt !== null);
  const mayDelete = every(({ may }) => may.delete);
  const [first] = items;
  const isOfOne = every(({ organizationId }) => organizationId === first?.organizationId);
  const owner = owners.find(({ organizationId }) => organizationId === first?.organizationId);
  const possible: Record<AnyAct, boolean> = {
    favorite: isOwn && isKept && !every(({ marks }) => marks.isFavorite),
    unfavorite: isOwn && isKept && every(({ marks }) => marks.isFavorite),
    archive: isOwn && isKept && every(({ marks }) => !marks.isArchived),
    unarchive: isOwn && isKept && every(({ marks }) => marks.isArchived),
    share:
      isOwn && isKept && every(isWholeAndOwn) && owners.some(({ organizationId }) => organizationId !== null),
    folder: isOwn && isKept,
    assign: isKept && isOfOne && owner !== undefined && every(({ may }) => may.assign),
    restore: isTrashed && mayDelete,
    trash: isKept && mayDelete,
    deleteForGood: isTrashed && mayDelete,
  };
  return (Object.keys(icons) as AnyAct[]).flatMap((act) => (possible[act] ? { act, icon: icons[act] } : []));
}
