"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import type { SeatTotal } from "@/components/clients/clients";
import { NewClientForm } from "@/components/clients/new-client-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type Props = {
  providerId: string;
  totals: SeatTotal[];
  actions: Pick<ClientActions, "create" | "correct" | "askProviderKey">;
  disabled: boolean;
};

/** The button that begins a new client, and its dialog. */
export function AddClient({ providerId, totals, actions, disabled }: Props) {
  const t = useTranslations("clients");
  const [isOpen, setOpen] = useState(false);

  return (
    <>
      <Button icon={<Plus aria-hidden="true" />} disabled={disabled} onClick={() => setOpen(true)}>
        {t("newClient")}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t("newClient")} size="l">
        <NewClientForm
          providerId={providerId}
          totals={totals}
          actions={actions}
          onClose={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}
