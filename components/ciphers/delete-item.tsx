"use client";

import { useTranslations } from "next-intl";
import type { ItemActions, ShownItem } from "@/components/ciphers/item";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import { useAct } from "@/components/vaults/use-act";

type Props = {
  item: ShownItem;
  name: string;
  remove: ItemActions["remove"];
  onClose: (outcome: "kept" | "deleted") => void;
};

export function DeleteItem({ item, name, remove, onClose }: Props) {
  const t = useTranslations("vault.deletion");
  const toast = useToast();
  const { act, busy } = useAct();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose("kept")}
      title={t("title", { name })}
      confirm={t("action")}
      busy={busy}
      onConfirm={() =>
        act(
          () => remove({ cipherId: item.id }),
          () => {
            toast.success(t("done"));
            onClose("deleted");
          },
        )
      }
    >
      {t("text")}
    </ConfirmDialog>
  );
}
