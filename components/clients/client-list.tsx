"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { BulkBlueprintDialog } from "@/components/clients/bulk-blueprint-dialog";
import { BulkSeatsDialog } from "@/components/clients/bulk-seats-dialog";
import { BulkTagsDialog } from "@/components/clients/bulk-tags-dialog";
import type { ClientActions } from "@/components/clients/client-actions";
import { ClientBulkBar } from "@/components/clients/client-bulk-bar";
import { ClientTable } from "@/components/clients/client-table";
import { TagsDialog } from "@/components/clients/tags-dialog";
import { useExport } from "@/components/clients/use-export";
import { useSelectedClients } from "@/components/clients/use-selected-clients";

type Props = Omit<ComponentProps<typeof ClientTable>, "actions" | "selection" | "onManageTags"> & {
  actions: Omit<ClientActions, "create" | "correct" | "link" | "listLinkable" | "askOrganizationKey">;
  /** In place of the table where no client fits. */
  empty: ReactNode;
};

/** The list of clients, what is selected in it over all its pages, and what can be done with that. */
export function ClientList({ empty, ...table }: Props) {
  const { providerId, clients, may, sealedTags, actions } = table;
  const selection = useSelectedClients(clients);
  const [open, setOpen] = useState<"tags" | "seats" | "blueprint" | "manage" | null>(null);
  const exporting = useExport(sealedTags, actions.exportClients);
  const { selected } = selection;
  const close = () => setOpen(null);
  const manage = () => setOpen("manage");

  return (
    <>
      <ClientBulkBar
        selection={selection}
        mayChange={may.includes("administer_clients")}
        mayUseBlueprints={may.includes("use_blueprints")}
        busy={exporting.busy}
        onTask={(task) =>
          task === "export"
            ? void exporting.run({ organizationIds: selected.map(({ id }) => id) })
            : setOpen(task)
        }
      />
      {clients.length > 0 ? (
        <ClientTable {...table} selection={selection} onManageTags={manage} actions={actions} />
      ) : (
        empty
      )}
      {open === "tags" ? (
        <BulkTagsDialog
          sealed={sealedTags}
          clients={selected}
          begin={actions.begin}
          onManage={manage}
          onClose={close}
        />
      ) : null}
      {open === "seats" ? (
        <BulkSeatsDialog
          providerId={providerId}
          clients={selected}
          mayPurchase={may.includes("purchase_seats")}
          actions={actions}
          onClose={close}
        />
      ) : null}
      {open === "blueprint" ? (
        <BulkBlueprintDialog providerId={providerId} clients={selected} actions={actions} onClose={close} />
      ) : null}
      {open === "manage" ? <TagsDialog sealed={sealedTags} actions={actions} onClose={close} /> : null}
    </>
  );
}
