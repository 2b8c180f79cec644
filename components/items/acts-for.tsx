import {
  Archive,
  ArchiveRestore,
  Clipboard,
  FolderInput,
  FolderTree,
  Forward,
  Pencil,
  RotateCcw,
  Star,
  StarOff,
  Trash2,
} from "lucide-react";
import type { ReactNode } from "react";
import { type AnyAct, canBeDone, type Lacking } from "@/components/items/act-needs";
import type { ItemOwner, ItemRow } from "@/components/items/item";

const icons: Record<AnyAct, ReactNode> = {
  edit: <Pencil aria-hidden="true" />,
  clone: <Clipboard aria-hidden="true" />,
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

/** They open a form with one item in it. */
const inForm: readonly AnyAct[] = ["edit", "clone"];
/** They change what the person has made of items for themselves, or move them out of their own vault. */
const inOwnVault: readonly AnyAct[] = ["favorite", "unfavorite", "archive", "unarchive", "folder", "share"];

/** Something to do, with its picture. With `lacking`, it can be done with some of the items and not with all. */
export type Offer = { act: AnyAct; icon: ReactNode; lacking?: Lacking };

type Where = {
  /** In the person's own vault, with marks. */
  isOwn: boolean;
  /** Where items can be kept. */
  owners: readonly ItemOwner[];
};

/** What can be done with one item. */
export const actsForOne = (item: ItemRow, where: Where): Offer[] => offersFor([item], where);

/** What can be done with all of what is selected, and what with some of it alone. */
export const actsForAll = (items: readonly ItemRow[], where: Where): Offer[] =>
  items.length === 0 ? [] : offersFor(items, where).filter(({ act }) => !inForm.includes(act));

function offersFor(items: readonly ItemRow[], { isOwn, owners }: Where): Offer[] {
  const hasPlace: Partial<Record<AnyAct, boolean>> = {
    clone: owners.length > 0,
    share: owners.some(({ organizationId }) => organizationId !== null),
    favorite: !items.every(({ marks }) => marks.isFavorite),
  };
  return (Object.keys(icons) as AnyAct[]).flatMap((act) => {
    if (hasPlace[act] === false || (inOwnVault.includes(act) && !isOwn)) return [];
    const can = canBeDone(act, { items, owners });
    if (can === false) return [];
    return { act, icon: icons[act], ...(can !== true && { lacking: can }) };
  });
}
