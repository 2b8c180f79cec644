import { allow, type Decision, hide, refuse } from "@/lib/domain/decision";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import {
  type CustomPermission,
  featureNeeded,
  keptFromProvidersSide,
  type OrganizationPermission,
  organizationPermissions,
  permissionsOfCustom,
  permissionsOfProvider,
  permissionsOfRole,
  permissionsWhileSuspended,
} from "@/lib/domain/organization/permissions";
import type { Feature } from "@/lib/domain/organization/plans";
import { isOnProvidersSide } from "@/lib/domain/organization/providers-side";

export const organizationRoles = ["owner", "admin", "user", "custom"] as const;
export type OrganizationRole = (typeof organizationRoles)[number];

/** How high a role stands above others. */
export const rankOf: Record<OrganizationRole, number> = { user: 0, custom: 1, admin: 2, owner: 3 };

export const organizationMemberStatuses = ["staged", "invited", "accepted", "confirmed", "revoked"] as const;
export type OrganizationMemberStatus = (typeof organizationMemberStatuses)[number];

/** Statuses that take a seat. Protocol chapter 8.4. */
export const occupiesSeat = (status: OrganizationMemberStatus) =>
  status === "invited" || status === "accepted" || status === "confirmed";

/** How many seats a list of statuses takes. */
export const usedSeats = (statuses: OrganizationMemberStatus[]) => statuses.filter(occupiesSeat).length;

/** What a provider's people may do in a client: everything, everything but items, or nothing. The most stands first. */
export const providerAccesses = ["full", "manage_without_items", "closed"] as const;
export type ProviderAccess = (typeof providerAccesses)[number];

/** Whether an answer lets the provider in further than another. */
export const letsInMore = (from: ProviderAccess, to: ProviderAccess): boolean =>
  providerAccesses.indexOf(to) < providerAccesses.indexOf(from);

/** Switches of an organization that its rules judge by. Protocol chapters 8.1 and 9.2. */
export type OrganizationSwitches = {
  /** Owners and admins reach every collection and item, assigned or not. */
  adminsReachAll: boolean;
  /** Deleting items is left to those who manage a collection that they are in. */
  deletionNeedsManage: boolean;
  /** Making collections is left to owners, admins, and those who have the permission. Otherwise every member may. */
  creationIsLimited: boolean;
  /** Deleting collections is left to the same. Otherwise whoever manages one may delete it. */
  collectionDeletionIsLimited: boolean;
};

/**
 * In what capacity somebody acts in an organization. A provider's user who is also a member acts as a member.
 * Provider's users take no seat and are on no list of members.
 */
export type OrganizationStanding = {
  state: "enabled" | "suspended";
  switches: OrganizationSwitches;
  /** What its plan includes, as the organization's own row says. */
  features: readonly Feature[];
  capacity:
    | {
        as: "member";
        role: OrganizationRole;
        memberId: OrganizationMemberId;
        /** What the custom role was given; nothing where it is absent, and nothing to any other role. */
        permissions?: readonly CustomPermission[];
        /** Their place is the provider's, and ends when they leave its team. */
        placeIsProviders: boolean;
        /** They are here by the word of the provider alone. */
        letInByProvider: boolean;
        /** Their account has joined the provider's team. */
        isOfTeam: boolean;
      }
    | {
        as: "provider";
        access: ProviderAccess;
        entered: "entered" | "outside";
        providerState: "enabled" | "suspended";
        /** The date has passed on which their access to the provider ends. */
        accessEnded?: boolean;
        /** The provider requires a second step that this person lacks. */
        lacksTwoStep?: boolean;
      };
} | null;

/**
 * Whether somebody with this standing has the permission. To plain members the console does not exist; the
 * provider's people are told what keeps them out.
 */
export function mayInOrganization(
  permission: OrganizationPermission,
  standing: OrganizationStanding,
): Decision {
  if (!standing) return hide;
  const place = mayWithAnyPlan(permission, standing);
  const feature = featureNeeded[permission];
  return place.allowed && feature && !standing.features.includes(feature) ? refuse("not_in_plan") : place;
}

function mayWithAnyPlan(
  permission: OrganizationPermission,
  standing: NonNullable<OrganizationStanding>,
): Decision {
  const { capacity, state, features, switches } = standing;
  const stays = state === "enabled" || permissionsWhileSuspended.includes(permission);
  if (capacity.as === "member") {
    if (keptFromProvidersSide.includes(permission) && isOnProvidersSide(standing)) return hide;
    const given =
      capacity.role === "custom" && features.includes("custom_permissions") ? capacity.permissions : [];
    const byCustom = given?.some((word) => permissionsOfCustom[word].includes(permission));
    const isEverybodys = permission === "create_collections" && !switches.creationIsLimited;
    if (!byCustom && !isEverybodys && !permissionsOfRole[capacity.role].includes(permission)) return hide;
    return stays ? allow : refuse("organization_suspended");
  }
  if (capacity.accessEnded) return refuse("staff_access_ended");
  if (capacity.lacksTwoStep) return refuse("two_step_required");
  if (capacity.providerState === "suspended") return refuse("provider_suspended");
  if (capacity.access === "closed") return refuse("provider_access_closed");
  if (capacity.entered === "outside") return refuse("client_not_entered");
  if (!stays) return refuse("organization_suspended");
  if (permissionsOfProvider[capacity.access].includes(permission)) return allow;
  // What a client keeps to itself is none of the provider's, however far it is let in.
  return permissionsOfProvider.full.includes(permission) ? refuse("provider_access_closed") : hide;
}

/** The permissions of somebody's own custom role; null for whoever has another, and may give all of them. */
export const ownPermissions = (standing: OrganizationStanding): readonly CustomPermission[] | null =>
  standing?.capacity.as === "member" && standing.capacity.role === "custom"
    ? (standing.capacity.permissions ?? [])
    : null;

/** All that somebody with this standing may do. */
export const permissionsIn = (standing: OrganizationStanding): OrganizationPermission[] =>
  organizationPermissions.filter((permission) => mayInOrganization(permission, standing).allowed);

type Target = { role: OrganizationRole; status: OrganizationMemberStatus };

/**
 * Only owners, or the provider, touch an owner's row or make one (protocol chapter 7.11), and whoever has a custom role
 * touches no admin's either (chapter 8.3).
 */
export function mayManageRole(standing: OrganizationStanding, role: OrganizationRole): Decision {
  if (role === "owner" && !mayInOrganization("manage_owners", standing).allowed)
    return refuse("only_owners_manage_owners");
  return role === "admin" && ownPermissions(standing) ? refuse("custom_manages_no_admins") : allow;
}

/**
 * Whether `target` can be confirmed now by somebody with `standing`. As long as an organization has no
 * confirmed member, only the provider's people hold its key; `confirmedMembers` is counted under lock.
 */
export function mayConfirmMember(
  standing: OrganizationStanding,
  target: Target,
  confirmedMembers: number,
): Decision {
  if (target.status === "confirmed") return refuse("member_already_confirmed");
  if (target.status !== "accepted") return refuse("member_not_accepted");
  if (confirmedMembers === 0 && standing?.capacity.as !== "provider")
    return refuse("owner_confirmed_by_provider");
  return mayManageRole(standing, target.role);
}

export const mayReinviteMember = (target: Target): Decision =>
  target.status === "invited" ? allow : refuse("member_not_invited");

/** Nobody takes their own place away, whatever its status. */
export const mayRemoveMember = (isYou: boolean): Decision =>
  isYou ? refuse("cannot_remove_yourself") : allow;

/** An organization keeps at least one confirmed owner once it has one. Counted under the organization's lock. */
export const mayStopBeingOwner = (target: Target, confirmedOwners: number): Decision =>
  isConfirmedOwner(target) && confirmedOwners <= 1 ? refuse("last_owner") : allow;

export const isConfirmedOwner = (member: Target): boolean =>
  member.status === "confirmed" && member.role === "owner";

/** Seats are counted under the organization's lock. */
export const mayTakeSeats = (seats: number, used: number, more: number): Decision =>
  used + more > seats ? refuse("no_seat_left", { seats, used, remaining: Math.max(0, seats - used) }) : allow;
