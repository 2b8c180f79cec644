import type { CollectionPermission } from "@/lib/domain/collection/permission";
import { allow, type Decision, hide, refuse } from "@/lib/domain/decision";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import {
  mayInOrganization,
  type OrganizationRole,
  type OrganizationStanding,
} from "@/lib/domain/organization/member";
import type { CustomPermission, OrganizationPermission } from "@/lib/domain/organization/permissions";

/** The facts about one collection that rules judge by, beside the actor's place in the organization. */
export type CollectionFacts = {
  /** One's own assignment. */
  permission: CollectionPermission | null;
  /** Whether a member has the permission to manage it. */
  isManaged: boolean;
};

/**
 * Whether a permission over any collection is in force. To owners and admins their organization can deny it by a
 * switch; whoever was given it by name has it, and so have the provider's people. Protocol chapter 9.2.
 */
function hasOverAll(
  permission: OrganizationPermission & `${"edit" | "delete"}_any_collection`,
  standing: OrganizationStanding,
): boolean {
  if (!standing || !mayInOrganization(permission, standing).allowed) return false;
  const { capacity, switches } = standing;
  return capacity.as === "provider" || capacity.role === "custom" || switches.adminsReachAll;
}

/** Whether somebody reaches all collections and items without being given them. */
export const reachesAll = (standing: OrganizationStanding): boolean =>
  hasOverAll("edit_any_collection", standing);

type Organization = Omit<NonNullable<OrganizationStanding>, "capacity">;
type ByRole = {
  memberId: OrganizationMemberId;
  role: OrganizationRole;
  permissions: readonly CustomPermission[] | null;
};

/**
 * Whether somebody reaches the items that are in no collection: nobody could give them back otherwise, so the switch
 * does not take these from owners and admins.
 */
export const reachesUnassigned = (standing: OrganizationStanding): boolean =>
  mayInOrganization("edit_any_collection", standing).allowed;

export type RoleReach = "all" | "unassigned" | "given";

/**
 * What a member's role reaches: all, what is in no collection beside what they were given, or that alone. Whose place it
 * is changes nothing of that, so it is not asked.
 */
export function reachOfRole(
  { state, switches, features }: Organization,
  { memberId, role, permissions }: ByRole,
): RoleReach {
  const ofNobodys = { placeIsProviders: false, letInByProvider: false, isOfTeam: false };
  const capacity = { as: "member", memberId, role, permissions: permissions ?? [], ...ofNobodys } as const;
  const standing = { state, switches, features, capacity };
  if (reachesAll(standing)) return "all";
  return reachesUnassigned(standing) ? "unassigned" : "given";
}

/**
 * Whether somebody may rename a collection and change who has it. Owners and admins always may if nobody manages
 * the collection, so that they can give it a manager again.
 */
export function mayManageCollection(standing: OrganizationStanding, facts: CollectionFacts): Decision {
  const keeps = mayInOrganization("keep_given_collections", standing);
  if (!keeps.allowed) return keeps;
  if (reachesAll(standing) || facts.permission === "manage") return allow;
  return mayInOrganization("edit_any_collection", standing).allowed && !facts.isManaged ? allow : hide;
}

/** Whether somebody may read who has a collection: whoever sees all of them in the console, and whoever manages it. */
export function maySeeHolders(standing: OrganizationStanding, facts: CollectionFacts): Decision {
  const sees = mayInOrganization("read_collections", standing);
  return sees.allowed ? sees : mayManageCollection(standing, facts);
}

/**
 * Whether somebody may look up the members that a collection can be given to: whoever picks members in the console,
 * whoever may make collections, and whoever manages one.
 */
export function mayPickMembers(standing: OrganizationStanding, managesOne: boolean): Decision {
  const keeps = mayInOrganization("keep_given_collections", standing);
  const picks = (["pick_members", "create_collections"] as const).some(
    (permission) => mayInOrganization(permission, standing).allowed,
  );
  return !keeps.allowed || picks || managesOne ? keeps : hide;
}

/** Whether somebody may look up the groups that a collection can be given to: where there are groups, the same people. */
export function mayPickGroups(standing: OrganizationStanding, managesOne: boolean): Decision {
  const reads = mayInOrganization("read_groups", standing);
  if (reads.allowed || !mayPickMembers(standing, managesOne).allowed) return reads;
  return standing?.features.includes("groups") ? allow : refuse("not_in_plan");
}

/**
 * Whether somebody may delete a collection: where deleting is limited, a manager of it has to be an owner or an
 * admin, or to have the permission over all.
 */
export function mayDeleteCollection(standing: OrganizationStanding, facts: CollectionFacts): Decision {
  const keeps = mayInOrganization("keep_given_collections", standing);
  if (!keeps.allowed) return keeps;
  if (hasOverAll("delete_any_collection", standing)) return allow;
  if (facts.permission !== "manage") return hide;
  const isLimited = standing?.switches.collectionDeletionIsLimited === true;
  return !isLimited || mayInOrganization("delete_any_collection", standing).allowed
    ? allow
    : refuse("deletion_is_limited");
}

/** Whether somebody who makes a collection manages it: a member who would not reach it otherwise. */
export const managesWhatIsMade = (standing: OrganizationStanding): boolean =>
  standing?.capacity.as === "member" && !reachesAll(standing);

/** Whether somebody leaves a collection to nobody: where not everybody reaches all, it has to be managed. */
export const mayLeaveUnmanaged = (standing: OrganizationStanding): Decision =>
  reachesAll(standing) ? allow : refuse("collection_needs_manager");
