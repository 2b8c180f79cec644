"use client";

import { Building2, ChevronDown, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import type { SeatTotal } from "@/components/clients/clients";
import { NewClientForm } from "@/components/clients/new-client-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Menu } from "@/components/ui/menu";

type Props = {
  providerId: string;
  totals: SeatTotal[];
  actions: Pick<ClientActions, "create" | "correct" | "askProviderKey">;
  disabled: boolean;
  /** A menu of ways to add one, in the page's head; or the one button of an empty list. */
  as?: "menu" | "button";
};

export function AddClient({ providerId, totals, actions, disabled, as = "menu" }: Props) {
  const t = useTranslations("clients");
  const [isOpen, setOpen] = useState(false);

  return (
    <>
      {as === "button" ? (
        <Button icon={<Plus aria-hidden="true" />} disabled={disabled} onClick={() => setOpen(true)}>
          {t("newClient")}
        </Button>
      ) : (
        <Menu
          trigger={
            <Button icon={<Plus aria-hidden="true" />} aria-label={t("addLabel")} disabled={disabled}>
              {t("add")}
              <ChevronDown aria-hidden="true" />
            </Button>
          }
          entries={[
            {
              label: t("newClient"),
              icon: <Building2 aria-hidden="true" />,
              onSelect: () => setOpen(true),
            },
          ]}
        />
      )}
      <Dialog open={isOpen} onOpenChange={setOpen} title={t("newDialog.title")} size="l">
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
