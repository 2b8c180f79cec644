"use client";

import { Building2, FolderPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { OneCollectionActions } from "@/components/collections/collection-actions";
import { NewCollectionDialog } from "@/components/collections/new-collection-dialog";
import { useKept } from "@/components/forms/kept";
import type { VaultContents } from "@/components/items/open-vault";
import { Button } from "@/components/ui/button";
import { colorOf } from "@/components/ui/color-of";
import { Menu } from "@/components/ui/menu";

type Props = {
  /** Organizations that let this person make collections. */
  organizations: VaultContents["memberships"];
  /** The collections under which a new one can be shown: those that the person has. */
  collections: VaultContents["collections"];
  actions: OneCollectionActions;
};

/** Makes a collection from one's own vault. Where several organizations allow it, it asks in which. */
export function NewVaultCollection({ organizations, collections, actions }: Props) {
  const t = useTranslations("collections");
  const [chosen, setChosen] = useKept<string | null>("new collection in", null);
  const [first, ...others] = organizations;
  if (!first) return null;
  const look = { variant: "quiet", icon: <FolderPlus aria-hidden="true" /> } as const;
  const into = organizations.find(({ organizationId }) => organizationId === chosen);
  return (
    <>
      {others.length === 0 ? (
        <Button {...look} onClick={() => setChosen(first.organizationId)}>
          {t("new")}
        </Button>
      ) : (
        <Menu
          trigger={<Button {...look}>{t("new")}</Button>}
          entries={organizations.map(({ organizationId, name }) => ({
            label: name,
            icon: <Building2 aria-hidden="true" style={{ color: colorOf(organizationId) }} />,
            onSelect: () => setChosen(organizationId),
          }))}
        />
      )}
      {into ? (
        <NewCollectionDialog
          organizationId={into.organizationId}
          organization={into.name}
          makerManages
          sealed={{
            organizationId: into.organizationId,
            getKey: actions.getKey,
            rows: collections.filter(({ organizationId }) => organizationId === into.organizationId),
          }}
          actions={actions}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </>
  );
}
