"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import type { Tag } from "@/components/clients/tags";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";

type Props = { providerId: string; tag: Tag; deleteTag: ClientActions["deleteTag"]; onClose: () => void };

export function DeleteTag({ providerId, tag, deleteTag, onClose }: Props) {
  const t = useTranslations("clients.tags");
  const { failure } = useMessages();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const name = tag.name ?? t("unreadable");

  async function run() {
    setBusy(true);
    const answer = await reach(deleteTag({ providerId, tagId: tag.id }));
    setBusy(false);
    if (!answer.ok) return setProblem(failure(answer.failure));
    toast.success(t("deleted", { name }));
    onClose();
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("deleteTitle", { name })}
      confirm={t("deleteConfirm")}
      onConfirm={run}
      busy={busy}
      failure={problem ? <Callout tone="bad" title={problem} /> : null}
    >
      {t("deleteText")}
    </ConfirmDialog>
  );
}
