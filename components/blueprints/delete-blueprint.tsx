"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { DeleteAction } from "@/components/blueprints/blueprint-actions";
import { ConfirmAction } from "@/components/forms/confirm-action";

type Props = {
  providerId: string;
  blueprint: { id: string; name: string | null };
  deleteIt: DeleteAction;
  onClose: () => void;
};

/** Asks, deletes, and goes back to the list. */
export function DeleteBlueprint({ providerId, blueprint, deleteIt, onClose }: Props) {
  const t = useTranslations("blueprints");
  const router = useRouter();
  const name = blueprint.name ?? t("unreadable");
  return (
    <ConfirmAction
      title={t("delete.title", { name })}
      confirm={t("delete.confirm")}
      act={() => deleteIt({ providerId, blueprintId: blueprint.id })}
      done={t("delete.done", { name })}
      onClose={onClose}
      onDone={() => router.push(`/providers/${providerId}/blueprints`)}
    >
      {t("delete.text")}
    </ConfirmAction>
  );
}
