import type { Grant } from "@/components/collections/collection-actions";

/**
 * The changes from the grants that were read to those that are wanted. Members whose grant stays are in none of
 * the lists.
 */
export function accessChanges(before: readonly Grant[], after: readonly Grant[]) {
  const was = new Map(before.map(({ memberId, permission }) => [memberId, permission]));
  const wanted = new Set(after.map(({ memberId }) => memberId));
  const grant = ({ memberId, permission }: Grant): Grant => ({ memberId, permission });
  return {
    given: after.filter(({ memberId }) => !was.has(memberId)).map(grant),
    changed: after
      .filter(({ memberId, permission }) => was.has(memberId) && was.get(memberId) !== permission)
      .map(grant),
    taken: before.flatMap(({ memberId }) => (wanted.has(memberId) ? [] : memberId)),
  };
}

export const isNoChange = ({ given, changed, taken }: ReturnType<typeof accessChanges>) =>
  given.length + changed.length + taken.length === 0;
