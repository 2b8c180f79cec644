import type { Access, Grant } from "@/components/collections/collection-actions";

/**
 * The changes from the grants that were read to those that are wanted. Members and groups whose grant stays are in
 * none of the lists.
 */
export function accessChanges(before: Access, after: Access) {
  const was = new Map(before.members.map(({ memberId, permission }) => [memberId, permission]));
  const wanted = new Set(after.members.map(({ memberId }) => memberId));
  const grant = ({ memberId, permission }: Grant): Grant => ({ memberId, permission });
  return {
    given: after.members.filter(({ memberId }) => !was.has(memberId)).map(grant),
    changed: after.members
      .filter(({ memberId, permission }) => was.has(memberId) && was.get(memberId) !== permission)
      .map(grant),
    taken: before.members.flatMap(({ memberId }) => (wanted.has(memberId) ? [] : memberId)),
    groups: groupChanges(before.groups, after.groups),
  };
}

function groupChanges(before: Access["groups"], after: Access["groups"]) {
  const was = new Map(before.map(({ groupId, permission }) => [groupId, permission]));
  const wanted = new Set(after.map(({ groupId }) => groupId));
  return [
    ...after.map(({ groupId, permission }) => ({ groupId, from: was.get(groupId) ?? null, to: permission })),
    ...before.flatMap(({ groupId, permission }) =>
      wanted.has(groupId) ? [] : [{ groupId, from: permission, to: null }],
    ),
  ].filter(({ from, to }) => from !== to);
}

export const isNoChange = ({ given, changed, taken, groups }: ReturnType<typeof accessChanges>) =>
  given.length + changed.length + taken.length + groups.length === 0;
