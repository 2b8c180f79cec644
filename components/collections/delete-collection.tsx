"use client";

import { useTranslations } from "next-intl";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { ConfirmAction } from "@/components/forms/confirm-action";

type Props = {
  organizationId: string;
  collectionId: string;
  name: string;
  actions: Pick<CollectionActions, "remove">;
  onClose: () => void;
};

export function DeleteCollection({ organizationId, collectionId, name, actions, onClose }: Props) {
  const t = useTranslations("collections.deletion");
  return (
    <ConfirmAction
      title={t("title", { name })}
      confirm={t("action")}
      act={() => actions.remove({ organizationId, collectionIds: [collectionId] })}
      done={t("done")}
      onClose={onClose}
    >
      {t("text")}
    </ConfirmAction>
  );
}
