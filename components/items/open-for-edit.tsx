"use client";

import { useState } from "react";
import type { ItemActions, ItemRow } from "@/components/items/item";
import { ItemDialog } from "@/components/items/item-dialog";
import { RepromptDialog } from "@/components/items/reprompt-dialog";
import { useOpenedItem } from "@/components/items/use-opened-item";
import { valuesOf } from "@/components/items/values-of-item";

type Props = {
  item: ItemRow;
  /** Whether the master password was asked for already, where the item wants it. */
  isConfirmed?: boolean;
  actions: ItemActions;
  onClose: () => void;
};

/** Opens an item's secrets, and then shows the form in which they can be seen and changed. */
export function OpenForEdit({ item, isConfirmed = false, actions, onClose }: Props) {
  const [confirmed, setConfirmed] = useState(isConfirmed || item.sealed.reprompt === "none");
  if (!confirmed) return <RepromptDialog onConfirmed={() => setConfirmed(true)} onClose={onClose} />;
  return <Opened item={item} actions={actions} onClose={onClose} />;
}

function Opened({ item, actions, onClose }: Omit<Props, "isConfirmed">) {
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
