"use client";

import type { ItemActions, ItemRow } from "@/components/items/item";
import { ItemDialog } from "@/components/items/item-dialog";
import { useOpenedItem } from "@/components/items/use-opened-item";
import { valuesOf } from "@/components/items/values-of-item";

type Props = {
  item: ItemRow;
  actions: ItemActions;
  onClose: () => void;
};

/** Opens an item's secrets, and then shows the form in which they can be seen and changed. */
export function OpenForEdit({ item, actions, onClose }: Props) {
  const edited = useOpenedItem(item, onClose);
  if (!edited) return null;
  const keptIn = { organizationId: item.organizationId ?? "", collectionIds: [] };
  return (
    <ItemDialog
      edited={edited}
      owners={[]}
      initial={valuesOf(edited.opened, edited.row.sealed.reprompt === "password", keptIn)}
      actions={actions}
      onClose={onClose}
    />
  );
}
