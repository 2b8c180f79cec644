"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { BlueprintDialog } from "@/components/clients/blueprint-dialog";
import type { ClientActions } from "@/components/clients/client-actions";
import type { ClientRow } from "@/components/clients/clients";

type Props = {
  providerId: string;
  client: ClientRow;
  actions: Pick<ClientActions, "listBlueprints" | "askProviderKey">;
  onClose: () => void;
};

/** Chooses a blueprint for one client, and goes on to what it would do there. */
export function ApplyBlueprintDialog({ providerId, client, actions, onClose }: Props) {
  const t = useTranslations("clients.bulk.blueprintDialog");
  const router = useRouter();
  const compare = (blueprintId: string) => {
    const address = `/providers/${providerId}/blueprints/${blueprintId}/apply?client=${client.id}`;
    router.push(address as Parameters<typeof router.push>[0]);
  };
  return (
    <BlueprintDialog
      providerId={providerId}
      title={t("titleOne", { name: client.name })}
      text={t("whatOne")}
      action={t("compare")}
      actions={actions}
      onChoose={compare}
      onClose={onClose}
    />
  );
}
