"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FindClientsAction, SaveActions } from "@/components/blueprints/blueprint-actions";
import { ClientPicker, type PickedClient } from "@/components/blueprints/client-picker";
import { SaveForm } from "@/components/blueprints/save-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type Props = {
  providerId: string;
  actions: SaveActions & { find: FindClientsAction };
};

/** The button that saves a client as a blueprint: first which client, then a name. */
export function NewBlueprint({ providerId, actions }: Props) {
  const t = useTranslations("blueprints");
  const [isOpen, setOpen] = useState(false);
  const [client, setClient] = useState<PickedClient | null>(null);
  const close = () => {
    setOpen(false);
    setClient(null);
  };

  return (
    <>
      <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t("new")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={(open) => open || close()}
        title={t("new")}
        {...(client ? {} : { description: t("picker.toSave") })}
      >
        {client ? (
          <SaveForm providerId={providerId} client={client} leaves actions={actions} onClose={close} />
        ) : (
          <ClientPicker providerId={providerId} find={actions.find} onPick={setClient} />
        )}
      </Dialog>
    </>
  );
}
