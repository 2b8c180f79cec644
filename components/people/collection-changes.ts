import type { z } from "zod";
import type { CollectionGrants } from "@/lib/domain/collection/inputs";

type Grants = z.input<typeof CollectionGrants>;

/**
 * The changes from the collections that somebody has by name to those that are wanted. What stays is in none of the
 * lists.
 */
export function collectionChanges(before: Grants, after: Grants) {
  const was = new Map(before.map(({ collectionId, permission }) => [collectionId, permission]));
  const wanted = new Set(after.map(({ collectionId }) => collectionId));
  return {
    given: after.filter(({ collectionId }) => !was.has(collectionId)),
    changed: after.filter(
      ({ collectionId, permission }) => was.has(collectionId) && was.get(collectionId) !== permission,
    ),
    taken: before.flatMap(({ collectionId }) => (wanted.has(collectionId) ? [] : collectionId)),
  };
}

export const areChanges = ({ given, changed, taken }: ReturnType<typeof collectionChanges>) =>
  given.length + changed.length + taken.length > 0;
