"use client";

import { Building2, Link2, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import type { SeatTotal } from "@/components/clients/clients";
import { LinkClient } from "@/components/clients/link-client";
import { NewClientForm } from "@/components/clients/new-client-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Menu } from "@/components/ui/menu";
import { OffButton } from "@/components/ui/off-button";

type Props = {
  providerId: string;
  providerName: string;
  totals: SeatTotal[];
  mayPurchase: boolean;
  actions: Pick<
    ClientActions,
    | "create"
    | "correct"
    | "link"
    | "listLinkable"
    | "listBlueprints"
    | "askProviderKey"
    | "askOrganizationKey"
  >;
  /** Whether only the provider's suspension keeps them from it. */
  isHeldBack: boolean;
};

/** The button that adds a client: a new one, or an organization that there is already. */
export function AddClient({ providerId, providerName, totals, mayPurchase, actions, isHeldBack }: Props) {
  const t = useTranslations("clients");
  const [adding, setAdding] = useState<"new" | "existing" | null>(null);
  const close = () => setAdding(null);
  const look = { icon: <Plus aria-hidden="true" />, "aria-label": t("add.label"), children: t("add.button") };
  if (isHeldBack) return <OffButton {...look} why={t("add.suspended")} />;

  return (
    <>
      {/* What an open menu adds to the page must not take room beside the button. */}
      <div>
        <Menu
          trigger={<Button {...look} />}
          entries={[
            {
              label: t("newClient"),
              icon: <Building2 aria-hidden="true" />,
              onSelect: () => setAdding("new"),
            },
            {
              label: t("existing.title"),
              icon: <Link2 aria-hidden="true" />,
              onSelect: () => setAdding("existing"),
            },
          ]}
        />
      </div>
      <Dialog open={adding === "new"} onOpenChange={close} title={t("newClient")} size="l">
        <NewClientForm
          providerId={providerId}
          totals={totals}
          mayPurchase={mayPurchase}
          actions={actions}
          onClose={close}
        />
      </Dialog>
      <Dialog open={adding === "existing"} onOpenChange={close} title={t("existing.title")} size="l">
        <LinkClient
          providerId={providerId}
          providerName={providerName}
          discount={totals[0]?.discount ?? null}
          actions={actions}
          onClose={close}
        />
      </Dialog>
    </>
  );
}
