import { allow, type Decision, hide, refuse } from "@/lib/domain/decision";
import { mayBeConfirmed } from "@/lib/domain/invitation";
import {
  givenByProvider,
  type ProviderPermission,
  permissionsOfProviderRole,
  permissionsOfSuspendedProvider,
  providerPermissions,
  providerRolesWith,
} from "@/lib/domain/provider/permissions";

export const providerRoles = ["provider_admin", "service_user"] as const;
export type ProviderRole = (typeof providerRoles)[number];

export const providerMemberStatuses = ["invited", "accepted", "confirmed"] as const;
export type ProviderMemberStatus = (typeof providerMemberStatuses)[number];

/** What the rules need to know of the person who acts, within one provider. */
export type ProviderStanding = {
  role: ProviderRole;
  status: ProviderMemberStatus;
  state: "enabled" | "suspended";
  /** The date has passed on which their access ends. */
  accessEnded?: boolean;
  /** The provider requires a second step, and this person's log-in takes none that counts there. */
  lacksTwoStep?: boolean;
  /** The provider lets its service users make and link clients. */
  serviceUsersCreateClients?: boolean;
} | null;

/** What somebody's role may do, with what their provider gives the role beyond it. */
const permissionsOf = ({ role, serviceUsersCreateClients }: NonNullable<ProviderStanding>) =>
  serviceUsersCreateClients
    ? [...permissionsOfProviderRole[role], ...givenByProvider[role]]
    : permissionsOfProviderRole[role];

/**
 * Whether a confirmed member's role has the permission. To everybody else, and for what their role does not
 * include, the provider's pages do not exist. Whoever's access has ended, or who lacks the second step that the
 * provider requires, may do nothing. In a suspended provider, only the permissions in its own list are left.
 */
export function mayInProvider(permission: ProviderPermission, standing: ProviderStanding): Decision {
  if (standing?.status !== "confirmed") return hide;
  if (!permissionsOf(standing).includes(permission)) return hide;
  if (standing.accessEnded) return refuse("staff_access_ended");
  if (standing.lacksTwoStep) return refuse("two_step_required");
  const stays = standing.state === "enabled" || permissionsOfSuspendedProvider.includes(permission);
  return stays ? allow : refuse("provider_suspended");
}

/** All that somebody with this standing may do. */
export const permissionsIn = (standing: ProviderStanding): ProviderPermission[] =>
  providerPermissions.filter((permission) => mayInProvider(permission, standing).allowed);

/** Whether somebody with the first role could do something that the second does not include. */
export const losesByRole = (from: ProviderRole, to: ProviderRole): boolean =>
  permissionsOfProviderRole[from].some((permission) => !permissionsOfProviderRole[to].includes(permission));

type Target = { status: ProviderMemberStatus; role: ProviderRole };

/** Where the access of somebody ends on a date; null where it does not end by itself. */
type Ending = { accessEndsAt: Date | null };

/** Whether the moment has passed at which somebody's access ends. */
export const hasAccessEnded = ({ accessEndsAt }: Ending, now: Date): boolean =>
  accessEndsAt !== null && accessEndsAt <= now;

/** Whether somebody of a team can go to its portal now: they are confirmed, and their access has not ended. */
export const hasAccess = ({
  status,
  accessEnded,
}: Pick<NonNullable<ProviderStanding>, "status" | "accessEnded">) => status === "confirmed" && !accessEnded;

/** Access can be given an end that is still to come, or none. */
export const mayEndAccessAt = (accessEndsAt: Date | null, now: Date): Decision =>
  hasAccessEnded({ accessEndsAt }, now) ? refuse("access_end_is_past") : allow;

/** Nobody moves the end of their own access. */
export const mayMoveEndOf = (isYou: boolean): Decision => (isYou ? refuse("own_access_end") : allow);

/** An invitation can be sent again only while it is open, and for access that has not ended. */
export function mayReinvite({ status, accessEndsAt }: Target & Ending, now: Date): Decision {
  if (status !== "invited") return refuse("member_not_invited");
  return hasAccessEnded({ accessEndsAt }, now) ? refuse("member_access_ended") : allow;
}

/**
 * Confirming hands over the provider key, sealed to the member's public key, so it needs somebody who has
 * accepted: before that there is no account and no public key. Nobody is given the key whose access has ended.
 */
export const mayConfirm = ({ status, accessEndsAt }: Pick<Target, "status"> & Ending, now: Date): Decision =>
  mayBeConfirmed({ status, accessEnded: hasAccessEnded({ accessEndsAt }, now) });

/** Nobody takes themselves out of a team. */
export const mayRemove = (isYou: boolean): Decision => (isYou ? refuse("cannot_remove_yourself") : allow);

/** Whether a member is a confirmed admin who stays one: no date ends their access. */
export const isLastingAdmin = ({ status, role, accessEndsAt }: Target & Ending): boolean =>
  status === "confirmed" && accessEndsAt === null && providerRolesWith("confirm_staff").includes(role);

/** Whether one lasting admin is all that is left when these have gone, or have another role. */
export function leavesOneAdmin(leaving: readonly (Target & Ending)[], lastingAdmins: number): boolean {
  const gone = leaving.filter(isLastingAdmin).length;
  return gone > 0 && lastingAdmins - gone === 1;
}

/**
 * The last lasting admin cannot be removed, made a service user, or given a date on which their access ends. Without
 * one, nobody would at last have both the key and the right to hand it over, and the provider would be lost.
 * `lastingAdmins` is counted under the provider's lock, before the change.
 */
export function mayStopBeingAdmin(member: Target & Ending, lastingAdmins: number): Decision {
  return isLastingAdmin(member) && lastingAdmins <= 1 ? refuse("last_provider_admin") : allow;
}
