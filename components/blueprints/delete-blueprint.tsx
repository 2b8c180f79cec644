"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DeleteAction } from "@/components/blueprints/blueprint-actions";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";

type Props = {
  providerId: string;
  blueprint: { id: string; name: string | null };
  deleteIt: DeleteAction;
  onClose: () => void;
};

/** Asks, deletes, and goes back to the list. */
export function DeleteBlueprint({ providerId, blueprint, deleteIt, onClose }: Props) {
  const t = useTranslations("blueprints");
  const { failure } = useMessages();
  const toast = useToast();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const name = blueprint.name ?? t("unreadable");

  async function run() {
    setBusy(true);
    const answer = await reach(deleteIt({ providerId, blueprintId: blueprint.id }));
    if (!answer.ok) {
      setBusy(false);
      return setProblem(failure(answer.failure));
    }
    toast.success(t("delete.done", { name }));
    router.push(`/providers/${providerId}/blueprints`);
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("delete.title", { name })}
      confirm={t("delete.confirm")}
      onConfirm={() => void run()}
      busy={busy}
      failure={problem ? <Callout tone="bad" title={problem} /> : null}
    >
      {t("delete.text")}
    </ConfirmDialog>
  );
}
