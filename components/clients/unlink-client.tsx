"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import type { ClientRow } from "@/components/clients/clients";
import { UnlinkRefused } from "@/components/clients/unlink-refused";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { useAsked } from "@/components/forms/use-asked";

type Props = {
  providerId: string;
  client: ClientRow;
  actions: Pick<ClientActions, "unlink" | "getUnlinking" | "deleteClient" | "prove">;
  onClose: () => void;
};

/** Asks before a client leaves the provider. Where nobody would own it afterwards, it says so instead. */
export function UnlinkClient({ providerId, client, actions, onClose }: Props) {
  const t = useTranslations("clients.unlink");
  const { id: organizationId, name } = client;
  const { getUnlinking, unlink } = actions;
  const { answer } = useAsked(
    useCallback(
      () => getUnlinking({ providerId, organizationId }),
      [getUnlinking, providerId, organizationId],
    ),
  );
  if (!answer) return null;
  if (!answer.ok || !answer.result.isOwned)
    return (
      <UnlinkRefused
        providerId={providerId}
        client={client}
        answer={answer}
        actions={actions}
        onClose={onClose}
      />
    );
  const { seats, places } = answer.result;
  return (
    <ConfirmAction
      title={t("title", { name })}
      confirm={t("confirm")}
      act={() => unlink({ providerId, organizationId })}
      done={t("done", { name })}
      onClose={onClose}
    >
      <ul className="flex list-disc flex-col gap-1 ps-5">
        <li>{t("keeps")}</li>
        <li>{t("access")}</li>
        {places > 0 ? <li>{t("places", { count: places })}</li> : null}
        <li>{t("seats", { count: seats })}</li>
        <li>{t("owners")}</li>
      </ul>
    </ConfirmAction>
  );
}
