import { compareNames } from "@/components/collections/tree";
import type { OpenedCollection, OpenedFolder, VaultContents } from "@/components/items/open-vault";
import { OpenedRow } from "@/components/items/opened-row";
import { colorOf } from "@/components/ui/color-of";
import type { ListedItem } from "@/lib/domain/item/compact";

/** Opened names of collections, by `nameOf`. */
type Names = ReadonlyMap<string, string>;

/** Names a collection: two organizations may have collections of one id, where a server says so. */
export const nameOf = ({ organizationId, id }: { organizationId: string; id: string }) =>
  `${organizationId} ${id}`;

const toLook = { edit: false, delete: false, assign: false };

/** How items of a vault become rows of a list: each stands with its owner and its collections. */
export function rowsIn(sealed: VaultContents, names: Names, isToLookAt: boolean) {
  const collections = new Map(sealed.collections.map((row) => [row.id, row]));
  const entries = groupBy(sealed.entries, ({ itemId }) => itemId);
  const organizations = new Map(sealed.memberships.map((row) => [row.organizationId, row]));
  return (row: ListedItem, opened: OpenedRow["opened"]): OpenedRow<ListedItem> => {
    const within = (entries.get(row.id) ?? []).flatMap(
      ({ collectionId }) => collections.get(collectionId) ?? [],
    );
    const organization = row.organizationId ? organizations.get(row.organizationId) : null;
    return new OpenedRow(row, opened, {
      marks: { isFavorite: row.isFavorite, isArchived: row.archivedAt !== null, folderId: row.folderId },
      organizationId: row.organizationId,
      may: isToLookAt ? { ...toLook, reveal: row.may.reveal } : row.may,
      collectionIds: within.map(({ id }) => id),
      keptIn: {
        owner: organization?.name ?? null,
        color: colorOf(row.organizationId ?? sealed.userId),
        collections: within.flatMap((each) => names.get(nameOf(each)) ?? []),
      },
    });
  };
}

/** Folders with their names, in the order of these. */
export const openedFolders = (
  { folders }: VaultContents,
  names: readonly (string | null)[],
): OpenedFolder[] => inOrder(folders.map(({ id }, i) => ({ id, name: names[i] ?? null })));

/** Collections with their names, in the order of these. */
export const openedCollections = (
  collections: VaultContents["collections"],
  names: Names,
): OpenedCollection[] =>
  inOrder(
    collections.map(({ id, organizationId, name, isOwn, mayEdit, may }) => ({
      ...{ id, organizationId, sealedName: name, isOwn, mayEdit, may },
      name: names.get(nameOf({ organizationId, id })) ?? null,
    })),
  );

const inOrder = <Named extends { name: string | null }>(rows: Named[]) =>
  rows.sort((one, other) => compareNames(one.name ?? "", other.name ?? ""));

export function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
