import { compareNames } from "@/components/collections/tree";
import { keyOfOwner } from "@/components/items/item";
import { byName, openedBefore } from "@/components/items/item-rows";
import { OpenedRow } from "@/components/items/opened-row";
import { type AskOrganizationKey, openWithOrganizationKey } from "@/components/vault/hold-key";
import { mapInParts } from "@/components/vault/in-parts";
import type { Last } from "@/components/vault/open-once";
import type { EncString } from "@/lib/crypto/types";
import type { ListedItems } from "@/lib/operations/item/list-organization-items";
import { openCollections } from "@/lib/vault/open-collections";
import { openItems } from "@/lib/vault/open-items";
import type { Vault } from "@/lib/vault/vault";

export type SealedItems = Pick<ListedItems, "items"> & {
  organizationId: string;
  owner: string;
  color: string;
  getKey: AskOrganizationKey;
  /** The collections that an item can be put into. */
  collections: { id: string; name: EncString }[];
};

export type OpenedItems = { items: OpenedRow[]; collections: { id: string; name: string }[] };

/** Opens a collection's items. It rejects when the organization's key cannot be had. */
export async function openCollectionItems(
  vault: Vault,
  sealed: SealedItems,
  last?: Last<SealedItems, OpenedItems>,
): Promise<OpenedItems> {
  const { organizationId, owner, color } = sealed;
  const before = openedBefore(last?.opened.items, organizationId);
  const opened = await openWithOrganizationKey(
    vault,
    sealed,
    () => openItems(vault, keyOfOwner(organizationId), sealed.items, before),
    (items) => items.every((item) => item !== null),
  );
  const named = await openCollections(vault, organizationId, sealed.collections);
  const names = new Map(named.flatMap((row) => (row.ok ? [[row.id, row.name]] : [])));
  const contents = new Map(sealed.items.map(({ id }, i) => [id, opened[i] ?? null]));
  const items = await mapInParts(
    sealed.items,
    (row) =>
      new OpenedRow(row, contents.get(row.id) ?? null, {
        marks: { isFavorite: false, isArchived: false, folderId: null },
        organizationId,
        may: row.may,
        collectionIds: row.collectionIds,
        keptIn: { owner, color, collections: row.collectionIds.flatMap((id) => names.get(id) ?? []) },
      }),
  );
  return {
    items: items.sort(byName),
    collections: named
      .flatMap((row) => (row.ok ? [{ id: row.id, name: row.name }] : []))
      .sort((one, other) => compareNames(one.name, other.name)),
  };
}
