"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { BlueprintSelect } from "@/components/blueprints/blueprint-select";
import type { ClientActions } from "@/components/clients/client-actions";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";

type Props = {
  providerId: string;
  title: string;
  /** What happens next. */
  text: string;
  action: string;
  busy?: boolean;
  problem?: string | null;
  actions: Pick<ClientActions, "listBlueprints" | "askProviderKey">;
  onChoose: (blueprintId: string) => void;
  onClose: () => void;
};

/** Asks which blueprint is applied. */
export function BlueprintDialog({ providerId, title, text, action, busy = false, problem, ...rest }: Props) {
  const t = useTranslations("clients.bulk.blueprintDialog");
  const [blueprintId, setBlueprintId] = useState("");
  const { actions, onChoose, onClose } = rest;
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title} held={busy}>
      <div className="flex flex-col gap-4">
        <BlueprintSelect
          providerId={providerId}
          list={actions.listBlueprints}
          getKey={actions.askProviderKey}
          value={blueprintId}
          onChange={setBlueprintId}
          words={{ label: t("blueprint"), first: t("choose") }}
          empty={<p>{t("none")}</p>}
        />
        <p className="text-label text-muted">{text}</p>
        {problem ? <Callout role="alert" tone="bad" title={problem} /> : null}
        <DialogFooter>
          <Button busy={busy} disabled={!blueprintId} onClick={() => onChoose(blueprintId)}>
            {action}
          </Button>
          <DialogCancel />
        </DialogFooter>
      </div>
    </Dialog>
  );
}
