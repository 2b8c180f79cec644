"use client";

import { useTranslations } from "next-intl";
import { BlueprintDialog } from "@/components/clients/blueprint-dialog";
import type { ClientActions } from "@/components/clients/client-actions";
import type { ClientRow } from "@/components/clients/clients";
import { useBeginJob } from "@/components/clients/use-begin-job";

type Props = {
  providerId: string;
  clients: readonly ClientRow[];
  actions: Pick<ClientActions, "begin" | "listBlueprints" | "askProviderKey">;
  onClose: () => void;
};

/** Begins to apply a blueprint to the selected clients. The page of the job does it. */
export function BulkBlueprintDialog({ providerId, clients, actions, onClose }: Props) {
  const t = useTranslations("clients.bulk.blueprintDialog");
  const { run, busy, problem } = useBeginJob(providerId, clients, actions.begin);
  const count = clients.length;
  return (
    <BlueprintDialog
      providerId={providerId}
      title={t("title", { count })}
      text={t("what")}
      action={t("action", { count })}
      busy={busy}
      problem={problem}
      actions={actions}
      onChoose={(blueprintId) => void run({ work: { kind: "blueprint", blueprintId } })}
      onClose={onClose}
    />
  );
}
