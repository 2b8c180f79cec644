"use client";

import { useTranslations } from "next-intl";
import { useProof } from "@/components/account/use-proof";
import type { ClientActions } from "@/components/clients/client-actions";
import type { ClientRow } from "@/components/clients/clients";
import { ConfirmAction } from "@/components/forms/confirm-action";

type Props = {
  providerId: string;
  client: ClientRow;
  actions: Pick<ClientActions, "deleteClient" | "prove">;
  onClose: () => void;
};

/** Deletes a client that was made by mistake, after its name was typed and the master password proven. */
export function DeleteClient({ providerId, client: { id: organizationId, name }, actions, onClose }: Props) {
  const t = useTranslations("clients.unlink.delete");
  const { withProof, dialog } = useProof(actions.prove);
  return (
    <>
      <ConfirmAction
        title={t("title", { name })}
        confirm={t("confirm")}
        typed={name}
        act={() => withProof(() => actions.deleteClient({ providerId, organizationId }))}
        done={t("done", { name })}
        onClose={onClose}
      >
        {t("text")}
      </ConfirmAction>
      {dialog}
    </>
  );
}
