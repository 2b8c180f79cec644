import { type CollectionFacts, mayManageCollection, reachesAll } from "@/lib/domain/collection/access";
import { allow, type Decision, refuse } from "@/lib/domain/decision";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationStanding } from "@/lib/domain/organization/member";

/**
 * Whether these members can be put into a group that has these collections. Where owners and admins do not reach
 * every collection, nobody opens one for themselves by joining a group (protocol chapter 9.3), and whoever puts
 * others into it gives them its collections, so they have to manage each of them.
 */
export function mayPutIntoGroup(
  standing: OrganizationStanding,
  memberIds: readonly OrganizationMemberId[],
  collections: readonly CollectionFacts[],
): Decision {
  if (memberIds.length === 0 || reachesAll(standing)) return allow;
  const isOneself = standing?.capacity.as === "member" && memberIds.includes(standing.capacity.memberId);
  if (isOneself) return refuse("cannot_add_yourself");
  const managesAll = collections.every((facts) => mayManageCollection(standing, facts).allowed);
  return managesAll ? allow : refuse("group_has_other_collections");
}
