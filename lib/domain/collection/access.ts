import type { CollectionPermission } from "@/lib/domain/collection/permission";
import { allow, type Decision, hide, refuse } from "@/lib/domain/decision";
import { mayInOrganization, type OrganizationStanding } from "@/lib/domain/organization/member";

/** The facts about one collection that rules judge by, beside the actor's place in the organization. */
export type CollectionFacts = {
  /** One's own assignment. */
  permission: CollectionPermission | null;
  /** Members with the permission to manage it. */
  managers: number;
};

/**
 * Whether somebody reaches all collections and items without being given them: the provider's people always,
 * owners and admins if the organization allows it. Protocol chapter 9.2.
 */
export function reachesAll(standing: OrganizationStanding): boolean {
  if (!mayInOrganization("manage_collections", standing).allowed) return false;
  return standing?.capacity.as === "provider" || standing?.switches.adminsReachAll === true;
}

/**
 * Whether somebody may rename a collection, delete it and change who has it. Owners and admins always may if
 * nobody manages the collection, so that they can give it a manager again.
 */
export function mayManageCollection(standing: OrganizationStanding, facts: CollectionFacts): Decision {
  const sees = mayInOrganization("be_there", standing);
  if (!sees.allowed) return sees;
  if (reachesAll(standing) || facts.permission === "manage") return allow;
  return mayInOrganization("manage_collections", standing).allowed && facts.managers === 0 ? allow : hide;
}

/** Whether a collection can be left with so many managers: somebody has to manage it where not everybody reaches all. */
export const mayLeaveManagers = (standing: OrganizationStanding, managers: number): Decision =>
  managers > 0 || reachesAll(standing) ? allow : refuse("collection_needs_manager");
