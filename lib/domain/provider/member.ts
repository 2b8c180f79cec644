import { allow, type Decision, hide, refuse } from "@/lib/domain/decision";

export const providerRoles = ["provider_admin", "service_user"] as const;
export type ProviderRole = (typeof providerRoles)[number];

export const providerMemberStatuses = ["invited", "accepted", "confirmed"] as const;
export type ProviderMemberStatus = (typeof providerMemberStatuses)[number];

/** What the rules need to know of the person who acts, within one provider. */
export type ProviderStanding = {
  role: ProviderRole;
  status: ProviderMemberStatus;
  state: "enabled" | "suspended";
} | null;

/** Confirmed members of either role. To everybody else the provider does not exist. */
export function maySeeProvider(standing: ProviderStanding): Decision {
  return standing?.status === "confirmed" ? allow : hide;
}

/** Staff, settings, billing and the event log belong to confirmed provider admins; to others they do not exist. */
export function mayManageProvider(standing: ProviderStanding): Decision {
  if (standing?.status !== "confirmed") return hide;
  return standing.role === "provider_admin" ? allow : hide;
}

/** Creating a client takes an admin of a provider that is not suspended. */
export function mayCreateClient(standing: ProviderStanding): Decision {
  const manages = mayManageProvider(standing);
  if (!manages.allowed) return manages;
  return standing?.state === "suspended" ? refuse("provider_suspended") : allow;
}

/** Renaming a client and giving it seats, for either role, unless the provider is suspended. */
export function mayAdministerClients(standing: ProviderStanding): Decision {
  const sees = maySeeProvider(standing);
  if (!sees.allowed) return sees;
  return standing?.state === "suspended" ? refuse("provider_suspended") : allow;
}

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

const isConfirmedAdmin = (member: Target) =>
  member.status === "confirmed" && member.role === "provider_admin";

/**
 * Without a confirmed admin nobody holds both the key and the right to pass it on: the provider would be lost.
 * `confirmedAdmins` is counted under the provider's lock, before the change.
 */
export function mayStopBeingAdmin(member: Target, confirmedAdmins: number): Decision {
  return isConfirmedAdmin(member) && confirmedAdmins <= 1 ? refuse("last_provider_admin") : allow;
}
