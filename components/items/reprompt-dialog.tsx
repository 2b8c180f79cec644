"use client";

import { useTranslations } from "next-intl";
import { Reprompt } from "@/components/items/reprompt";
import { Dialog } from "@/components/ui/dialog";

type Props = { onConfirmed: () => void; onClose: () => void };

/** Asks for the master password before something is done with an item that wants this. */
export function RepromptDialog({ onConfirmed, onClose }: Props) {
  const t = useTranslations("vault.reprompt");
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("dialog")}>
      <Reprompt confirm={t("goOn")} onConfirmed={onConfirmed} />
    </Dialog>
  );
}
