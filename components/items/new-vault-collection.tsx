"use client";

import { useTranslations } from "next-intl";
import type { OneCollectionActions } from "@/components/collections/collection-actions";
import { NewCollectionDialog } from "@/components/collections/new-collection-dialog";
import { useKept } from "@/components/forms/kept";
import type { VaultContents } from "@/components/items/open-vault";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

type Props = {
  /** Organizations that let this person make collections. */
  organizations: VaultContents["memberships"];
  /** The collections under which a new one can be shown: those that the person has. */
  collections: VaultContents["collections"];
  actions: OneCollectionActions;
  onClose: () => void;
};

/** Makes a collection from one's own vault. Where several organizations allow it, it asks in which. */
export function NewVaultCollection({ organizations, collections, actions, onClose }: Props) {
  const t = useTranslations("vault.others");
  const [chosen, setChosen] = useKept<string | null>("new collection in", null);
  const into = organizations.find(({ organizationId }) => organizationId === chosen) ?? organizations[0];
  if (!into) return null;
  return (
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
      onClose={onClose}
      lead={
        organizations.length > 1 ? (
          <Field label={t("organization")}>
            {(control) => (
              <Select
                {...control}
                value={into.organizationId}
                options={organizations.map(({ organizationId, name }) => ({
                  value: organizationId,
                  label: name,
                }))}
                onChange={({ target }) => setChosen(target.value)}
              />
            )}
          </Field>
        ) : null
      }
    />
  );
}
