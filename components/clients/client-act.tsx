"use client";

import { useTranslations } from "next-intl";
import { ApplyBlueprintDialog } from "@/components/clients/apply-blueprint-dialog";
import type { ClientActions } from "@/components/clients/client-actions";
import { ClientSeatsForm } from "@/components/clients/client-seats-form";
import { ClientTagsDialog } from "@/components/clients/client-tags-dialog";
import { type ClientRow, type SeatTotal, seatsOf } from "@/components/clients/clients";
import { RenameClientForm } from "@/components/clients/rename-client-form";
import type { SealedTags } from "@/components/clients/tags";
import { UnlinkClient } from "@/components/clients/unlink-client";
import { Dialog } from "@/components/ui/dialog";
import type { ProviderPermission } from "@/lib/domain/provider/permissions";

/** What is begun with one client. */
export type Act = { kind: "rename" | "seats" | "tags" | "blueprint" | "unlink"; client: ClientRow };

type Props = {
  act: Act | null;
  providerId: string;
  totals: SeatTotal[];
  may: readonly ProviderPermission[];
  sealedTags: SealedTags;
  onManageTags: () => void;
  actions: Pick<
    ClientActions,
    | "rename"
    | "setSeats"
    | "setTags"
    | "unlink"
    | "deleteClient"
    | "prove"
    | "getUnlinking"
    | "listBlueprints"
    | "askProviderKey"
  >;
  onClose: () => void;
};

/** The dialog of what was begun with a client, from its menu or by a link. */
export function ClientAct(props: Props) {
  const { act, providerId, totals, may, sealedTags, onManageTags, actions, onClose } = props;
  const t = useTranslations("clients");
  return (
    <>
      <Dialog
        open={act?.kind === "rename" || act?.kind === "seats"}
        onOpenChange={onClose}
        title={act?.kind === "seats" ? t("seatsDialog.title", { name: act.client.name }) : t("list.rename")}
      >
        {act?.kind === "rename" ? (
          <RenameClientForm
            providerId={providerId}
            client={act.client}
            rename={actions.rename}
            onClose={onClose}
          />
        ) : null}
        {act?.kind === "seats" ? (
          <ClientSeatsForm
            providerId={providerId}
            client={act.client}
            total={seatsOf(totals, act.client.plan)}
            mayPurchase={may.includes("purchase_seats")}
            setSeats={actions.setSeats}
            onClose={onClose}
          />
        ) : null}
      </Dialog>
      {act?.kind === "unlink" ? (
        <UnlinkClient providerId={providerId} client={act.client} actions={actions} onClose={onClose} />
      ) : null}
      {act?.kind === "blueprint" ? (
        <ApplyBlueprintDialog
          providerId={providerId}
          client={act.client}
          actions={actions}
          onClose={onClose}
        />
      ) : null}
      {act?.kind === "tags" ? (
        <ClientTagsDialog
          client={act.client}
          sealed={sealedTags}
          setTags={actions.setTags}
          onManage={() => {
            onClose();
            onManageTags();
          }}
          onClose={onClose}
        />
      ) : null}
    </>
  );
}
