import type { CollectionPermission } from "@/lib/domain/collection/permission";
import { changesLimit, type GroupCell } from "@/lib/domain/group/inputs";
import type { CollectionId, GroupId } from "@/lib/domain/ids";
import type { Matrix } from "@/lib/operations/group/get-matrix";

export type Permission = CollectionPermission | null;

const keyOf = (groupId: string, collectionId: string) => `${groupId} ${collectionId}`;

/** What was given as the page was read, by group and collection. */
export type Saved = ReadonlyMap<string, CollectionPermission>;

export const savedOf = (cells: Matrix["cells"]): Saved =>
  new Map(cells.map(({ groupId, collectionId, permission }) => [keyOf(groupId, collectionId), permission]));

/** What was changed here and is not saved yet. */
export type Edits = ReadonlyMap<string, GroupCell>;

type Place = { groupId: GroupId; collectionId: CollectionId };

export const permissionAt = (saved: Saved, edits: Edits, { groupId, collectionId }: Place): Permission => {
  const key = keyOf(groupId, collectionId);
  const edit = edits.get(key);
  return edit ? edit.to : (saved.get(key) ?? null);
};

export const isEdited = (edits: Edits, { groupId, collectionId }: Place) =>
  edits.has(keyOf(groupId, collectionId));

/** The edits with these cells set. A cell that is as it was saved is no edit any more. */
export function withCells(saved: Saved, edits: Edits, places: readonly Place[], to: Permission): Edits {
  const next = new Map(edits);
  for (const { groupId, collectionId } of places) {
    const key = keyOf(groupId, collectionId);
    const from = saved.get(key) ?? null;
    if (from === to) next.delete(key);
    else next.set(key, { groupId, collectionId, from, to });
  }
  return next;
}

/**
 * The edits without those whose group or collection is gone, and how many these are: nothing of them is shown, and the
 * server would refuse the others with them.
 */
export function stillThere({ groups, collections }: Pick<Matrix, "groups" | "collections">, edits: Edits) {
  const ids = new Set<string>([...groups, ...collections].map(({ id }) => id));
  const left: Edits = new Map(
    [...edits].filter(([, { groupId, collectionId }]) => ids.has(groupId) && ids.has(collectionId)),
  );
  return { left, gone: edits.size - left.size };
}

/** The edits of cells that somebody else has changed since, to something else than what was chosen here. */
export const overtaken = (saved: Saved, edits: Edits): GroupCell[] =>
  [...edits].flatMap(([key, cell]) => {
    const now = saved.get(key) ?? null;
    return now === cell.from || now === cell.to ? [] : [{ ...cell, from: now }];
  });

/** The edits as changes of what is there now. What somebody else has set in the same way is no edit any more. */
export const upToDate = (saved: Saved, edits: Edits): Edits =>
  new Map(
    [...edits].flatMap(([key, cell]) => {
      const from = saved.get(key) ?? null;
      return from === cell.to ? [] : [[key, { ...cell, from }] as const];
    }),
  );

/** The edits in requests of as many as one may hold. */
export function inRequests(edits: Edits): GroupCell[][] {
  const cells = [...edits.values()];
  const count = Math.ceil(cells.length / changesLimit);
  return Array.from({ length: count }, (_, index) =>
    cells.slice(index * changesLimit, (index + 1) * changesLimit),
  );
}
