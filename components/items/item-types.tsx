import { CreditCard, IdCard, KeyRound, type LucideIcon, StickyNote, Terminal } from "lucide-react";
import { IconTile } from "@/components/ui/icon-tile";
import type { ItemType } from "@/lib/domain/item/types";

/** How a type of item looks wherever items are listed. */
export const typeIcons: Record<ItemType, LucideIcon> = {
  login: KeyRound,
  card: CreditCard,
  identity: IdCard,
  secure_note: StickyNote,
  ssh_key: Terminal,
};

/** The order in which types are offered. */
export const shownTypes = Object.keys(typeIcons) as ItemType[];

export function ItemTile({ type }: { type: ItemType }) {
  const Icon = typeIcons[type];
  return (
    <IconTile>
      <Icon aria-hidden="true" />
    </IconTile>
  );
}
