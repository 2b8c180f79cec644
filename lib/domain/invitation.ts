import { allow, type Decision, refuse } from "@/lib/domain/decision";
import type { OrganizationMemberStatus } from "@/lib/domain/organization/member";
import type { ProviderMemberStatus } from "@/lib/domain/provider/member";

type Invited = {
  status: OrganizationMemberStatus | ProviderMemberStatus;
  /** Whether the account has a place there already, by another row. */
  isMember: boolean;
  /** Whether the team or the organization is suspended. */
  isSuspended: boolean;
};

/** Whether an invitation into a team or an organization can still be taken up by the account it was sent to. */
export function mayAccept({ status, isMember, isSuspended }: Invited): Decision {
  if (status === "revoked") return refuse("link_unknown");
  if (status !== "invited") return refuse("already_accepted");
  if (isMember) return refuse("already_a_member");
  return isSuspended ? refuse("joining_suspended") : allow;
}

/** What the end of a place is called: an invitation that nobody has accepted is withdrawn, a member is removed. */
export const endOfPlace = (status: Invited["status"]): "withdrawn" | "removed" =>
  status === "invited" || status === "staged" ? "withdrawn" : "removed";

type Waiting = { status: OrganizationMemberStatus; accessEnded?: boolean };

/**
 * Whether somebody waits to be confirmed: they have accepted, so that there is an account and a public key, and their
 * access has not ended.
 */
export function mayBeConfirmed({ status, accessEnded = false }: Waiting): Decision {
  if (status === "confirmed") return refuse("member_already_confirmed");
  if (status !== "accepted") return refuse("member_not_accepted");
  return accessEnded ? refuse("member_access_ended") : allow;
}
