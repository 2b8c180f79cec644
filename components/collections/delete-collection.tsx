"use client";

import { useTranslations } from "next-intl";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import { useAct } from "@/components/vaults/use-act";

type Props = {
  organizationId: string;
  collectionId: string;
  name: string;
  actions: Pick<CollectionActions, "remove">;
  onClose: () => void;
};

export function DeleteCollection({ organizationId, collectionId, name, actions, onClose }: Props) {
  const t = useTranslations("collections.deletion");
  const toast = useToast();
  const { act, busy } = useAct();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { name })}
      confirm={t("action")}
      busy={busy}
      onConfirm={() =>
        act(
          () => actions.remove({ organizationId, collectionId }),
          () => {
            toast.success(t("done"));
            onClose();
          },
        )
      }
    >
      {t("text")}
    </ConfirmDialog>
  );
}
