import { reachesAll } from "@/lib/domain/collection/access";
import { allow, type Decision, refuse } from "@/lib/domain/decision";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationStanding } from "@/lib/domain/organization/member";

/**
 * Whether these members can be put into a group. Where owners and admins do not reach every collection, nobody opens
 * one for themselves by joining a group that has it. Protocol chapter 9.3.
 */
export function mayPutIntoGroup(
  standing: OrganizationStanding,
  memberIds: readonly OrganizationMemberId[],
): Decision {
  if (reachesAll(standing)) return allow;
  const isOneself = standing?.capacity.as === "member" && memberIds.includes(standing.capacity.memberId);
  return isOneself ? refuse("cannot_add_yourself") : allow;
}
