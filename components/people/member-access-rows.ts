import type { Names } from "@/components/collections/open-collection-names";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import type { MemberReach } from "@/lib/operations/organization/report-member-access";
import type { ReachedCollection } from "@/lib/operations/organization/report-member-collections";

/** The words of the file, in the language of whoever saves it. */
export type ReportWords = {
  role: (role: OrganizationRole) => string;
  permission: (permission: CollectionPermission) => string;
  byName: string;
  everything: string;
};

/** The lines of a member in the file: one for each collection, and one for whoever has everything or nothing. */
export function memberAccessRows(
  { name, email, role, groups, reachesAll, items }: MemberReach,
  collections: readonly ReachedCollection[],
  names: Names,
  words: ReportWords,
): (string | number)[][] {
  const who = [name ?? "", email, words.role(role), groups.join("; ")];
  const rows = collections.map(({ collectionId, permission, through, items }) => [
    ...who,
    names.get(collectionId) ?? collectionId,
    words.permission(permission),
    through.length > 0 ? through.join("; ") : words.byName,
    items,
  ]);
  if (reachesAll) return [[...who, words.everything, "", "", items], ...rows];
  return rows.length > 0 ? rows : [[...who, "", "", "", 0]];
}
