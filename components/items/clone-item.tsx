"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useMemo } from "react";
import { useMessages } from "@/components/forms/use-messages";
import type { ItemActions, ItemOwner, ItemRow } from "@/components/items/item";
import { ItemDialog } from "@/components/items/item-dialog";
import { copyOfFile } from "@/components/items/new-file";
import { placeOfCopy } from "@/components/items/place-of-new";
import { useFiles } from "@/components/items/use-files";
import { useOpenedItem } from "@/components/items/use-opened-item";
import { valuesOf } from "@/components/items/values-of-item";
import { useToast } from "@/components/ui/toast";
import type { Failure } from "@/lib/http/result";

type Props = {
  item: ItemRow;
  owners: readonly ItemOwner[];
  actions: ItemActions;
  onClose: () => void;
};

/** Makes another item that begins with what this one has, its files among it. */
export function CloneItem({ item, owners, actions, onClose }: Props) {
  const t = useTranslations("vault.form");
  const { failure: say } = useMessages();
  const toast = useToast();
  const opened = useOpenedItem(item, onClose);
  const { files, failure, withKey } = useFiles(item, actions);
  const onFailed = useEffectEvent((failed: Failure) => {
    toast.error(say(failed));
    onClose();
  });
  useEffect(() => {
    if (failure) onFailed(failure);
  }, [failure]);
  const copies = useMemo(
    () =>
      files?.flatMap(({ name, ...file }) =>
        name === null ? [] : [copyOfFile(item, { ...file, name }, withKey)],
      ),
    [files, item, withKey],
  );
  if (!opened || !copies) return null;
  const keptIn = placeOfCopy(item, owners);
  const values = valuesOf(opened.opened, item.sealed.reprompt === "password", keptIn);
  const fields = values.fields.map((field) => ({ ...field, before: null }));
  return (
    <ItemDialog
      edited={null}
      owners={owners}
      initial={{ ...values, fields, name: t("copyOf", { name: values.name }) }}
      initialFiles={copies}
      actions={actions}
      onClose={onClose}
    />
  );
}
