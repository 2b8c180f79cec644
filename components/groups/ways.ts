import { type CollectionPermission, together } from "@/lib/domain/collection/permission";
import type { CollectionId } from "@/lib/domain/ids";
import type { MemberWays } from "@/lib/operations/group/get-member-access";

type Access = { collectionId: CollectionId; permission: CollectionPermission; groups: string[] };

/** What the ways to each collection allow together, and the groups through which they lead. */
export function waysByCollection(ways: MemberWays): Access[] {
  const ids = [...new Set(ways.map(({ collectionId }) => collectionId))];
  return ids.flatMap((collectionId) => {
    const mine = ways.filter((way) => way.collectionId === collectionId);
    const permission = together(mine.map((way) => way.permission));
    const groups = mine.flatMap(({ group }) => (group === null ? [] : group)).sort();
    return permission ? { collectionId, permission, groups } : [];
  });
}
