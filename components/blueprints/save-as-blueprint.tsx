"use client";

import { LayoutTemplate } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SaveActions } from "@/components/blueprints/blueprint-actions";
import type { PickedClient } from "@/components/blueprints/client-picker";
import { SaveForm } from "@/components/blueprints/save-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type Props = { providerId: string; client: PickedClient; actions: SaveActions };

/** In a client's console, for its provider's visitor: saves this client as a blueprint. */
export function SaveAsBlueprint({ providerId, client, actions }: Props) {
  const t = useTranslations("blueprints.save");
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="quiet" icon={<LayoutTemplate aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t("fromConsole")}
      </Button>
      <Dialog open={isOpen} onOpenChange={(open) => open || close()} title={t("fromConsole")}>
        <SaveForm providerId={providerId} client={client} leaves={false} actions={actions} onClose={close} />
      </Dialog>
    </>
  );
}
