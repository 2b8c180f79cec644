"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ClientActions } from "@/components/clients/client-actions";
import type { SeatTotal } from "@/components/clients/clients";
import { NewClientForm } from "@/components/clients/new-client-form";
import { listAddress } from "@/components/lists/list-address";
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
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();

  function close() {
    const address = listAddress(pathname, Object.fromEntries(params), { new: undefined });
    router.replace(address as Parameters<typeof router.replace>[0], { scroll: false });
  }

  return (
    <Dialog
      open={params.get("new") === "client"}
      onOpenChange={(open) => open || close()}
      title={t("newClient")}
      size="l"
    >
      <NewClientForm
        providerId={providerId}
        totals={totals}
        mayPurchase={mayPurchase}
        actions={actions}
        onClose={close}
      />
    </Dialog>
  );
}
