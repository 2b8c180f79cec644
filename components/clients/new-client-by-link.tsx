"use client";

import { useTranslations } from "next-intl";
import type { ClientActions } from "@/components/clients/client-actions";
import type { SeatTotal } from "@/components/clients/clients";
import { NewClientForm } from "@/components/clients/new-client-form";
import { useLinkedWord } from "@/components/lists/use-linked-word";
import { Dialog } from "@/components/ui/dialog";

type Props = {
  providerId: string;
  totals: SeatTotal[];
  mayPurchase: boolean;
  actions: Pick<ClientActions, "create" | "correct" | "listBlueprints" | "askProviderKey">;
};

/** The dialog of a new client, where an address opens it: `?new=client`. */
export function NewClientByLink({ providerId, totals, mayPurchase, actions }: Props) {
  const t = useTranslations("clients");
  const { asked, leave } = useLinkedWord("new");

  return (
    <Dialog
      open={asked === "client"}
      onOpenChange={(open) => open || leave()}
      title={t("newClient")}
      size="l"
    >
      <NewClientForm
        providerId={providerId}
        totals={totals}
        mayPurchase={mayPurchase}
        actions={actions}
        onClose={leave}
      />
    </Dialog>
  );
}
