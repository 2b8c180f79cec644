"use client";

import type { ItemActions, ItemRow } from "@/components/items/item";
import { ItemDialog } from "@/components/items/item-dialog";
import { useOpenedItem } from "@/components/items/use-opened-item";
import { valuesOf } from "@/components/items/values-of-item";

type Props = {
  item: ItemRow;
  /** Somebody has taken it out of the list since. */
  isGone: boolean;
  actions: ItemActions;
  onClose: () => void;
};

/** Opens an item's secrets, and then shows the form in which they can be seen and changed. */
export function OpenForEdit({ item, isGone, actions, onClose }: Props) {
  const edited = useOpenedItem(item, onClose);
  if (!edited) return null;
  const keptIn = { organizationId: item.organizationId ?? "", collectionIds: [] };
  return (
    <ItemDialog
      edited={edited}
      isGone={isGone}
      owners={[]}
      initial={valuesOf(edited.opened, edited.row.sealed.reprompt === "password", keptIn)}
      actions={actions}
      onClose={onClose}
    />
  );
}
