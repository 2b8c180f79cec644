import { allow, type Decision, hide, refuse } from "@/lib/domain/decision";
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
 * include, the provider's pages do not exist. Whoever lacks the second step that it requires may do nothing. In a
 * suspended provider, only the permissions in its own list are left.
 */
export function mayInProvider(permission: ProviderPermission, standing: ProviderStanding): Decision {
  if (standing?.status !== "confirmed") return hide;
  if (!permissionsOf(standing).includes(permission)) return hide;
  if (standing.lacksTwoStep) return refuse("two_step_required");
  const stays = standing.state === "enabled" || permissionsOfSuspendedProvider.includes(permission);
  return stays ? allow : refuse("provider_suspended");
}

/** All that somebody with this standing may do. */
export const permissionsIn = (standing: ProviderStanding): ProviderPermission[] =>
  providerPermissions.filter((permission) => mayInProvider(permission, standing).allowed);

type Target = { status: ProviderMemberStatus; role: ProviderRole };

/** An invitation can be sent again, or accepted, only while it is open. */
export const mayReinvite = (member: Target): Decision =>
  member.status === "invited" ? allow : refuse("member_not_invited");

/**
 * Confirming hands over the provider key, sealed to the member's public key, so it needs somebody who has
 * accepted: before that there is no account and no public key.
 */
export function mayConfirm(member: Pick<Target, "status">): Decision {
  if (member.status === "confirmed") return refuse("member_already_confirmed");
  return member.status === "accepted" ? allow : refuse("member_not_accepted");
}

/** Nobody takes themselves out of a team. */
export const mayRemove = (isYou: boolean): Decision => (isYou ? refuse("cannot_remove_yourself") : allow);

export const isConfirmedAdmin = (member: Target): boolean =>
  member.status === "confirmed" && providerRolesWith("confirm_staff").includes(member.role);

/**
 * The last confirmed admin cannot be removed or made a service user. Without one, nobody has both the key and
 * the right to hand it over, and the provider would be lost. `confirmedAdmins` is counted under the provider's
 * lock, before the change.
 */
export function mayStopBeingAdmin(member: Target, confirmedAdmins: number): Decision {
  return isConfirmedAdmin(member) && confirmedAdmins <= 1 ? refuse("last_provider_admin") : allow;
}
