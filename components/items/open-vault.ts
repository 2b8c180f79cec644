import { compareNames } from "@/components/collections/tree";
import { keyOfOwner } from "@/components/items/item";
import { byName, openedBefore } from "@/components/items/item-rows";
import { type KeptItem, OpenedRow } from "@/components/items/opened-row";
import { colorOf } from "@/components/ui/color-of";
import { holdServedOrganizationKey } from "@/components/vault/hold-key";
import { breathe, mapInParts } from "@/components/vault/in-parts";
import type { Last } from "@/components/vault/open-once";
import { keyProblem } from "@/components/vault/vault-failure";
import type { SealedVault } from "@/lib/operations/item/get-my-vault";
import { expectDamage } from "@/lib/vault/errors";
import { openCollections } from "@/lib/vault/open-collections";
import { type OpenedItem, openItems } from "@/lib/vault/open-items";
import type { Vault } from "@/lib/vault/vault";

export type VaultContents = Omit<SealedVault, "owed"> & { userId: string };
type Item = SealedVault["items"][number];
type Membership = SealedVault["memberships"][number];

export type OpenedCollection = {
  id: string;
  organizationId: string;
  /** Null where the name cannot be opened. */
  name: string | null;
  sealedName: string;
  /** It is the person's own, in which the organization owns what they save. */
  isOwn: boolean;
  mayEdit: boolean;
  /** What may be done with the collection itself. */
  may: { manage: boolean; delete: boolean };
};
/** One of the person's own folders. Its name is null where it cannot be opened. */
export type OpenedFolder = { id: string; name: string | null };

export type OpenedVault = {
  items: OpenedRow[];
  collections: OpenedCollection[];
  folders: OpenedFolder[];
  /** Organizations whose key is not the right one: nothing of them is opened, and nothing is sealed for them. */
  refusedKeys: { organizationId: string; name: string; problem: KeyProblem }[];
};

/** The items that a device has kept: what each row was opened to, and in which order they stand. */
type KeptItems = { contents: ReadonlyMap<Item, KeptItem | null>; order: readonly number[] };

type How = {
  kept?: KeptItems | null;
  /** Nothing can be changed. */
  isToLookAt?: boolean;
};

type KeyProblem = NonNullable<ReturnType<typeof keyProblem>>;

/**
 * Opens a person's vault. It asks the holder of keys once for each owner, and only about items that have
 * changed since the last time; about none that the device has kept. If an organization's key cannot be opened, only
 * the rows of that organization stay closed.
 */
export async function openVault(
  vault: Vault,
  sealed: VaultContents,
  last?: Last<VaultContents, OpenedVault>,
  { kept = null, isToLookAt = false }: How = {},
): Promise<OpenedVault> {
  const { memberships, collections, entries, items } = sealed;
  const names = new Map<string, string>();
  // By the row itself: two owners may have rows of one id, where a server says so.
  const contents = new Map<Item, OpenedItem | KeptItem>();
  const refusedKeys: OpenedVault["refusedKeys"] = [];

  async function open(organizationId: string | null, rows: Item[]) {
    // What did not open before is tried again: the key may be another one now.
    const closed = kept ? rows.filter((row) => !kept.contents.get(row)) : rows;
    if (kept) for (const row of rows) contents.set(row, kept.contents.get(row) ?? null);
    if (closed.length === 0) return;
    const before = openedBefore(last?.opened.items, organizationId);
    const opened = await openItems(vault, keyOfOwner(organizationId), closed, before);
    closed.forEach((row, i) => {
      contents.set(row, opened[i] ?? null);
    });
  }

  async function openOrganization(membership: Membership) {
    const { organizationId, organizationKeyForMember, privateKeyForOrganization } = membership;
    if (!organizationKeyForMember || !privateKeyForOrganization) return;
    const sealedKey = { ...membership, organizationKeyForMember, privateKeyForOrganization };
    try {
      await holdServedOrganizationKey(vault, organizationId, { ...sealedKey, kind: "member" });
      const own = collections.filter((row) => row.organizationId === organizationId);
      for (const row of await openCollections(vault, organizationId, own))
        if (row.ok) names.set(nameOf(organizationId, row.id), row.name);
      await open(organizationId, byOwner.get(organizationId) ?? []);
    } catch (error) {
      expectDamage(error);
      // Its rows stay without contents, and say that they cannot be opened.
      const problem = keyProblem(error);
      if (problem) refusedKeys.push({ organizationId, name: membership.name, problem });
    }
  }

  const byOwner = groupBy(items, ({ organizationId }) => organizationId);
  const sealedNames = sealed.folders.map(({ name }) => name);
  const [named] = await Promise.all([
    vault.openTexts("user", sealedNames),
    open(null, byOwner.get(null) ?? []),
    ...memberships.map(openOrganization),
  ]);

  const collectionsById = new Map(collections.map((row) => [row.id, row]));
  const entriesByItem = groupBy(entries, ({ itemId }) => itemId);
  const organizations = new Map(memberships.map((row) => [row.organizationId, row]));

  const rows = await mapInParts(items, (row) => {
    const within = (entriesByItem.get(row.id) ?? []).flatMap(
      ({ collectionId }) => collectionsById.get(collectionId) ?? [],
    );
    const organization = row.organizationId ? organizations.get(row.organizationId) : null;
    return new OpenedRow(row, contents.get(row) ?? null, {
      marks: { isFavorite: row.isFavorite, isArchived: row.archivedAt !== null, folderId: row.folderId },
      organizationId: row.organizationId,
      may: isToLookAt ? { ...toLook, reveal: row.may.reveal } : row.may,
      collectionIds: within.map(({ id }) => id),
      keptIn: {
        owner: organization?.name ?? null,
        color: colorOf(row.organizationId ?? sealed.userId),
        collections: within.flatMap((each) => names.get(nameOf(each.organizationId, each.id)) ?? []),
      },
    });
  });
  await breathe();

  return {
    refusedKeys,
    folders: sealed.folders
      .map(({ id }, i) => ({ id: id as string, name: named[i] ?? null }))
      .sort((one, other) => compareNames(one.name ?? "", other.name ?? "")),
    collections: collections
      .map(({ id, organizationId, name, isOwn, mayEdit, may }) => ({
        id,
        organizationId,
        name: names.get(nameOf(organizationId, id)) ?? null,
        sealedName: name,
        isOwn,
        mayEdit,
        may,
      }))
      .sort((one, other) => compareNames(one.name ?? "", other.name ?? "")),
    items: kept ? kept.order.flatMap((i) => rows[i] ?? []) : rows.sort(byName),
  };
}

const nameOf = (organizationId: string, collectionId: string) => `${organizationId} ${collectionId}`;

const toLook = { edit: false, delete: false, assign: false };

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
