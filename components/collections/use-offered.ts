"use client";

import type { HolderQuestions } from "@/components/collections/collection-actions";
import { useGroups } from "@/components/collections/use-groups";
import { useMembers } from "@/components/collections/use-members";
import type { GroupName } from "@/lib/operations/group/list-group-names";
import type { AssignableMember } from "@/lib/operations/organization/list-assignable-members";

/** Members and groups that a collection can be given to: the first by name, or those searched for. */
export type Offered = {
  members: readonly AssignableMember[];
  groups: readonly GroupName[];
  areMore: boolean;
};

/** Whom a picker of members and groups offers, and how it searches for others. */
export function useOffered(
  organizationId: string,
  { listMembers, listGroups }: HolderQuestions,
): { offered: Offered | "loading" | "failed"; search: (text: string) => void } {
  const { members, search: searchMembers } = useMembers(organizationId, listMembers);
  const { groups, search: searchGroups } = useGroups(organizationId, listGroups);
  function search(text: string) {
    searchMembers(text);
    searchGroups(text);
  }
  if (members === "failed") return { offered: "failed", search };
  if (members === "loading" || groups === "loading") return { offered: "loading", search };
  const areMore = members.areMore || groups.areMore;
  return { offered: { members: members.members, groups: groups.groups, areMore }, search };
}
