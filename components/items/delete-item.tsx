"use client";

import { useTranslations } from "next-intl";
import { ConfirmAction } from "@/components/forms/confirm-action";
import type { ItemActions, ItemRow } from "@/components/items/item";

type Props = {
  item: ItemRow;
  name: string;
  remove: ItemActions["remove"];
  onClose: (outcome: "kept" | "deleted") => void;
};

export function DeleteItem({ item, name, remove, onClose }: Props) {
  const t = useTranslations("vault.deletion");
  return (
    <ConfirmAction
      title={t("title", { name })}
      confirm={t("action")}
      act={() => remove({ itemId: item.id })}
      done={t("done")}
      onClose={() => onClose("kept")}
      onDone={() => onClose("deleted")}
    >
      {t("text")}
    </ConfirmAction>
  );
}
