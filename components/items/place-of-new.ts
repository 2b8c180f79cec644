import type { ItemOwner, ItemRow } from "@/components/items/item";
import type { OpenedVault, VaultContents } from "@/components/items/open-vault";
import type { VaultFilter } from "@/components/items/vault-filter";

type Organizations = VaultContents["memberships"];

/**
 * Where a new item can go: the person's own vault, and each organization with a collection into which they may
 * put items. `me` is null where an organization keeps what they save.
 */
export function ownersOf(vault: OpenedVault, organizations: Organizations, me: string | null): ItemOwner[] {
  const shared = organizations.map(({ organizationId, name }) => ({
    organizationId,
    name,
    collections: vault.collections.flatMap((row) =>
      row.organizationId === organizationId && row.mayEdit && row.name !== null
        ? [{ id: row.id, name: row.name, isOwn: row.isOwn }]
        : [],
    ),
  }));
  return [
    ...(me === null ? [] : [{ organizationId: null, name: me, collections: [] }]),
    ...shared.filter(({ collections }) => collections.length > 0),
  ];
}

/**
 * A new item goes into the view that is open, if the person may put it there; otherwise into their own vault, or into
 * the collection of their own where an organization keeps what they save.
 */
export function initialOf(filter: VaultFilter, vault: OpenedVault, owners: readonly ItemOwner[]) {
  const collection =
    filter.by === "collection" ? vault.collections.find(({ id }) => id === filter.id) : undefined;
  const keepsOwn = owners.some(({ organizationId }) => organizationId === null);
  const own = keepsOwn ? undefined : vault.collections.find(({ isOwn, mayEdit }) => isOwn && mayEdit);
  const chosen = collection?.mayEdit ? collection : own;
  return chosen
    ? { organizationId: chosen.organizationId, collectionIds: [chosen.id] }
    : { organizationId: owners[0]?.organizationId ?? "", collectionIds: [] };
}

/** A copy goes where the item is, as far as the person may put one there: an organization's would be their own otherwise. */
export function placeOfCopy(
  { organizationId, collectionIds }: Pick<ItemRow, "organizationId" | "collectionIds">,
  owners: readonly ItemOwner[],
) {
  const owner = owners.find((each) => each.organizationId === organizationId) ?? owners[0];
  const possible = owner?.collections.filter(({ id }) => collectionIds.includes(id)) ?? [];
  return { organizationId: owner?.organizationId ?? "", collectionIds: possible.map(({ id }) => id) };
}
