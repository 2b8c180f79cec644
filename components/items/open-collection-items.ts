import type { ShownItem } from "@/components/items/item";
import { type AskOrganizationKey, holdOrganizationKey } from "@/components/vault/hold-key";
import type { EncString } from "@/lib/crypto/types";
import type { ListedItems } from "@/lib/operations/cipher/list-organization-items";
import { openCollections } from "@/lib/vault/open-collections";
import { openLogins } from "@/lib/vault/open-items";
import type { Vault } from "@/lib/vault/vault";

export type SealedItems = Pick<ListedItems, "items"> & {
  organizationId: string;
  owner: string;
  color: string;
  getKey: AskOrganizationKey;
  /** The collections that an item can be put into. */
  collections: { id: string; name: EncString }[];
};

export type OpenedItems = { items: ShownItem[]; collections: { id: string; name: string }[] };

/** By name, those that cannot be opened last. */
export const byName = (one: ShownItem, other: ShownItem) =>
  Number(one.content === null) - Number(other.content === null) ||
  (one.content?.name ?? "").localeCompare(other.content?.name ?? "");

/** Opens a collection's items. It rejects when the organization's key cannot be had. */
export async function openItems(vault: Vault, sealed: SealedItems): Promise<OpenedItems> {
  const { organizationId, owner, color, getKey } = sealed;
  await holdOrganizationKey(vault, organizationId, getKey);
  const opened = await openLogins(vault, `organization:${organizationId}`, sealed.items);
  const named = await openCollections(vault, organizationId, sealed.collections);
  const items = sealed.items.map(({ id, key, revisedAt, may }, i): ShownItem => {
    const login = opened[i];
    return {
      id,
      key,
      revisedAt,
      organizationId,
      may,
      place: { owner, color, collections: [] },
      content: login?.ok ? login.item : null,
      damage: login?.ok ? login.damage : [],
    };
  });
  return {
    items: items.sort(byName),
    collections: named.flatMap((row) => (row.ok ? [{ id: row.id, name: row.name }] : [])),
  };
}
