import { all, allow, type Decision, refuse } from "@/lib/domain/decision";
import {
  mayManageRole,
  type OrganizationMemberStatus,
  type OrganizationRole,
  type OrganizationStanding,
} from "@/lib/domain/organization/member";

/** Why a member was revoked: somebody did it, or a policy that they do not comply with. */
export const revocationReasons = [
  "manual",
  "two_factor_policy",
  "data_ownership_policy",
  "single_organization_policy",
] as const;
export type RevocationReason = (typeof revocationReasons)[number];

/** What the log calls it. Protocol chapter 15.2 has numbers of their own for two of the policies. */
export const eventOfRevocation = {
  manual: "organization_member.revoked",
  two_factor_policy: "organization_member.revoked_for_two_step",
  data_ownership_policy: "organization_member.revoked",
  single_organization_policy: "organization_member.revoked_for_single_organization",
} as const satisfies Record<RevocationReason, string>;

type Place = { role: OrganizationRole; status: OrganizationMemberStatus; isYou: boolean };

/** Whether somebody with this standing may revoke a place. */
export function mayRevokeMember(standing: OrganizationStanding, { isYou, ...target }: Place): Decision {
  if (target.status === "revoked") return refuse("already_revoked");
  return all(isYou ? refuse("cannot_revoke_yourself") : allow, mayManageRole(standing, target.role));
}

type Returning = Place & {
  /** Whether the one who restores acts for the provider, and the one who is restored is of its team. */
  forProvider: boolean;
  ofTeam: boolean;
  countingOwners: number;
};

/**
 * Whether somebody with this standing may restore a place. Nobody who acts for the provider brings one of its team
 * back while there is an owner who can: it may have been an owner who revoked them.
 */
export function mayRestoreMember(
  standing: OrganizationStanding,
  { isYou, role, status, forProvider, ofTeam, countingOwners }: Returning,
): Decision {
  if (status !== "revoked") return refuse("not_revoked");
  return all(
    isYou ? refuse("cannot_restore_yourself") : allow,
    mayManageRole(standing, role),
    forProvider && ofTeam && countingOwners > 0 ? refuse("restored_by_owner_only") : allow,
  );
}

export type StatusBefore = Extract<OrganizationMemberStatus, "invited" | "accepted" | "confirmed">;

/** What a revoked row becomes again, from what it has kept. Protocol chapter 8.4. */
export function statusBefore({ userId, hasKey }: { userId: string | null; hasKey: boolean }): StatusBefore {
  if (userId === null) return "invited";
  return hasKey ? "confirmed" : "accepted";
}
