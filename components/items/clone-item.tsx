"use client";

import { useTranslations } from "next-intl";
import type { ItemActions, ItemOwner, ItemRow } from "@/components/items/item";
import { ItemDialog } from "@/components/items/item-dialog";
import { placeOfCopy } from "@/components/items/place-of-new";
import { useOpenedItem } from "@/components/items/use-opened-item";
import { valuesOf } from "@/components/items/values-of-item";

type Props = {
  item: ItemRow;
  owners: readonly ItemOwner[];
  actions: ItemActions;
  onClose: () => void;
};

/** Makes another item that begins with what this one has. */
export function CloneItem({ item, owners, actions, onClose }: Props) {
  const t = useTranslations("vault.form");
  const opened = useOpenedItem(item, onClose);
  if (!opened) return null;
  const keptIn = placeOfCopy(item, owners);
  const values = valuesOf(opened.opened, item.sealed.reprompt === "password", keptIn);
  const fields = values.fields.map((field) => ({ ...field, before: null }));
  return (
    <ItemDialog
      edited={null}
      owners={owners}
      initial={{ ...values, fields, name: t("copyOf", { name: values.name }) }}
      actions={actions}
      onClose={onClose}
    />
  );
}
