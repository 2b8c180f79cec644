"use client";

import type { OneCollectionActions } from "@/components/collections/collection-actions";
import { FolderDialog } from "@/components/items/folder-dialog";
import type { FolderActions, ItemActions, ItemOwner } from "@/components/items/item";
import { ItemDialog } from "@/components/items/item-dialog";
import type { Making } from "@/components/items/new-in-vault-menu";
import { NewVaultCollection } from "@/components/items/new-vault-collection";
import type { OpenedVault, VaultContents } from "@/components/items/open-vault";
import { initialOf } from "@/components/items/place-of-new";
import { emptyValues } from "@/components/items/values-of-item";
import type { VaultFilter } from "@/components/items/vault-filter";
import { NewOrganizationDialog } from "@/components/organizations/new-organization-dialog";
import type { CreateOwn } from "@/components/organizations/new-organization-form";

type Props = {
  making: Making | null;
  vault: OpenedVault;
  /** Which view is open: a new item goes there. */
  filter: VaultFilter;
  owners: readonly ItemOwner[];
  /** Organizations in which the person makes collections. */
  mayMakeIn: VaultContents["memberships"];
  /** Whether they may have another organization of their own. */
  mayFound: boolean;
  actions: ItemActions & FolderActions & { createOrganization: CreateOwn };
  sealedCollections: VaultContents["collections"];
  collectionActions: OneCollectionActions;
  onClose: () => void;
};

/** The dialog of what somebody is making in their vault. */
export function MakeInVault(props: Props) {
  const { making, vault, filter, owners, mayMakeIn, mayFound, actions, onClose } = props;
  return (
    <>
      <NewOrganizationDialog
        open={making === "organization" && mayFound}
        create={actions.createOrganization}
        onClose={onClose}
      />
      {making === "collection" ? (
        <NewVaultCollection
          organizations={mayMakeIn}
          collections={props.sealedCollections}
          actions={props.collectionActions}
          onClose={onClose}
        />
      ) : null}
      {making === "folder" ? (
        <FolderDialog folder={null} folders={vault.folders} actions={actions} onClose={onClose} />
      ) : null}
      {making !== null && typeof making === "object" ? (
        <ItemDialog
          edited={null}
          owners={owners}
          initial={emptyValues(making.item, initialOf(filter, vault, owners))}
          actions={actions}
          onClose={onClose}
        />
      ) : null}
    </>
  );
}
