"use client";

import { Download, EllipsisVertical, History, Tags } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import type { Allowed } from "@/components/clients/client-entries";
import type { SealedTags } from "@/components/clients/tags";
import { TagsDialog } from "@/components/clients/tags-dialog";
import { useExport } from "@/components/clients/use-export";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { useVault } from "@/components/vault/vault-provider";

type Props = {
  sealed: SealedTags;
  /** The view of the list that is exported. */
  view: Omit<Parameters<ClientActions["exportClients"]>[0], "providerId" | "organizationIds">;
  may: Allowed["may"];
  heldBack: Allowed["heldBack"];
  actions: Pick<ClientActions, "exportClients" | "makeTag" | "changeTag" | "deleteTag">;
};

/** What can be done with the list as a whole. */
export function MoreAboutClients({ sealed, view, may, heldBack, actions }: Props) {
  const t = useTranslations("clients");
  const exporting = useExport(sealed, actions.exportClients);
  const { status } = useVault();
  const hasTags = sealed.tags.length > 0;
  const isHeldBack = heldBack.includes("administer_clients");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Menu
        trigger={
          <IconButton
            label={t("more")}
            icon={<EllipsisVertical aria-hidden="true" />}
            aria-busy={exporting.busy || undefined}
          />
        }
        entries={[
          {
            label: hasTags ? t("export.withTags", { status }) : t("export.all"),
            icon: <Download aria-hidden="true" />,
            disabled: exporting.busy,
            onSelect: () => void exporting.run(view),
          },
          ...(hasTags
            ? [
                {
                  label: t("export.withoutTags"),
                  icon: <Download aria-hidden="true" />,
                  disabled: exporting.busy,
                  onSelect: () => void exporting.run(view, false),
                },
              ]
            : []),
          ...(may.includes("administer_clients") || isHeldBack
            ? [
                {
                  label: t("tags.manage"),
                  icon: <Tags aria-hidden="true" />,
                  onSelect: () => setOpen(true),
                  ...(isHeldBack && { disabled: true, why: t("list.providerSuspended") }),
                },
              ]
            : []),
          {
            label: t("jobs.title"),
            icon: <History aria-hidden="true" />,
            href: `/providers/${sealed.providerId}/jobs`,
          },
        ]}
      />
      {isOpen ? <TagsDialog sealed={sealed} actions={actions} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
