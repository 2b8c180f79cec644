"use client";

import { useTranslations } from "next-intl";
import type { ClientActions } from "@/components/clients/client-actions";
import type { Tag } from "@/components/clients/tags";
import { ConfirmAction } from "@/components/forms/confirm-action";

type Props = { providerId: string; tag: Tag; deleteTag: ClientActions["deleteTag"]; onClose: () => void };

export function DeleteTag({ providerId, tag, deleteTag, onClose }: Props) {
  const t = useTranslations("clients.tags");
  const name = tag.name ?? t("unreadable");
  return (
    <ConfirmAction
      title={t("deleteTitle", { name })}
      confirm={t("deleteConfirm")}
      act={() => deleteTag({ providerId, tagId: tag.id })}
      done={t("deleted", { name })}
      onClose={onClose}
    >
      {t("deleteText")}
    </ConfirmAction>
  );
}
