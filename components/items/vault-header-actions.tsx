"use client";

import type { ComponentProps } from "react";
import type { OneCollectionActions } from "@/components/collections/collection-actions";
import { FolderMenu } from "@/components/items/folder-menu";
import type { FolderActions } from "@/components/items/item";
import { NewInVaultMenu } from "@/components/items/new-in-vault-menu";
import type { OpenedVault } from "@/components/items/open-vault";
import { VaultCollectionMenu } from "@/components/items/vault-collection-menu";
import type { VaultFilter } from "@/components/items/vault-filter";

type Props = ComponentProps<typeof NewInVaultMenu> & {
  vault: OpenedVault;
  /** Which view is open. */
  filter: VaultFilter;
  actions: FolderActions;
  collectionActions: OneCollectionActions;
};

/** What can be done with the view of the vault that is open, and what can be made. */
export function VaultHeaderActions({ vault, filter, actions, collectionActions, ...making }: Props) {
  const collection =
    filter.by === "collection" ? vault.collections.find(({ id }) => id === filter.id) : undefined;
  const folder = filter.by === "folder" ? vault.folders.find(({ id }) => id === filter.id) : undefined;
  return (
    <>
      {collection ? (
        <VaultCollectionMenu key={collection.id} collection={collection} actions={collectionActions} />
      ) : null}
      {folder ? (
        <FolderMenu key={folder.id} folder={folder} folders={vault.folders} actions={actions} />
      ) : null}
      <NewInVaultMenu {...making} />
    </>
  );
}
