"use client";

import { useTranslations } from "next-intl";
import { AccessDrawer } from "@/components/collections/access-drawer";
import type { OneCollectionActions } from "@/components/collections/collection-actions";
import { type CollectionTask, collectionEntries } from "@/components/collections/collection-entries";
import { DeleteCollections } from "@/components/collections/delete-collections";
import { RenameCollectionDialog } from "@/components/collections/rename-collection-dialog";
import { useKept } from "@/components/forms/kept";
import type { OpenedCollection } from "@/components/items/open-vault";
import { RowMenu } from "@/components/ui/row-menu";

type Props = {
  collection: OpenedCollection;
  actions: OneCollectionActions;
};

/** What somebody who manages a collection does with it from their own vault. */
export function VaultCollectionMenu({ collection, actions }: Props) {
  const t = useTranslations("collections");
  const { id: collectionId, organizationId, may } = collection;
  const [task, setTask] = useKept<CollectionTask | null>(`task with ${collectionId}`, null);
  const name = collection.name ?? t("broken");
  const dialog = { organizationId, collectionId, name, actions, onClose: () => setTask(null) };
  const entries = collectionEntries({ mayManage: may.manage, mayDelete: may.delete }, t, setTask);
  return (
    <>
      <RowMenu label={t("options", { name })} entries={entries} />
      {task === "rename" ? (
        <RenameCollectionDialog {...dialog} name={collection.name ?? ""} sealedName={collection.sealedName} />
      ) : null}
      {task === "access" ? <AccessDrawer {...dialog} /> : null}
      {task === "delete" ? (
        <DeleteCollections {...dialog} collections={[collection]} nameOf={() => name} />
      ) : null}
    </>
  );
}
