import { allow, type Decision, refuse } from "@/lib/domain/decision";
import {
  mayInOrganization,
  type OrganizationMemberStatus,
  type OrganizationRole,
  type OrganizationStanding,
  type ProviderAccess,
  rankOf,
} from "@/lib/domain/organization/member";
import { isOnProvidersSide } from "@/lib/domain/organization/providers-side";

/**
 * What the client has said to a place of somebody in its provider's team: an owner approved it, the client was made
 * with this person as its owner, an owner has been asked, or nothing.
 */
export type Approval = "given" | "named_at_creation" | "asked" | "none";

type Kept = { askedAt: Date | null; approvedAt: Date | null; approvedBy: string | null };

/** The approval as a member's row says it. */
export function approvalOf({ askedAt, approvedAt, approvedBy }: Kept): Approval {
  if (approvedBy) return "given";
  if (approvedAt) return "named_at_creation";
  return askedAt ? "asked" : "none";
}

/** Whether what somebody does is the provider's in both logs: from a visit, or from a place that is the provider's. */
export const isRecordedAsProviders = ({ capacity }: NonNullable<OrganizationStanding>): boolean =>
  capacity.as === "provider" || capacity.placeIsProviders;

/**
 * Whether somebody acts for the provider: during a visit, as a member whose own place is the provider's, and as anybody
 * on its side while there is an owner who counts. Where nobody counts, owners act for the organization, whoever they are.
 */
export const actsForProvider = (
  standing: NonNullable<OrganizationStanding>,
  countingOwners: number,
): boolean => {
  const { capacity } = standing;
  if (capacity.as === "provider" || (capacity.placeIsProviders && capacity.role !== "owner")) return true;
  return isOnProvidersSide(standing) && countingOwners > 0;
};

type Owners = { hasNamed: boolean; hasAnswered: boolean };

/**
 * Whether an invitation by the provider's side names the client's owner, as making the client does: there is no other
 * whom it has named, and nobody of the client has ever answered as its owner.
 */
export const namesOwner = (role: OrganizationRole, { hasNamed, hasAnswered }: Owners): boolean =>
  role === "owner" && !hasNamed && !hasAnswered;

type LettingIn = { forProvider: boolean; ofTeam: boolean; countingOwners: number };

/** What happens to an invitation: it is sent, the owners are asked first, or there is no owner who could answer. */
export function onInviting({
  forProvider,
  ofTeam,
  countingOwners,
}: LettingIn): "send" | "ask" | "nobody_to_ask" {
  if (!forProvider || !ofTeam) return "send";
  return countingOwners > 0 ? "ask" : "nobody_to_ask";
}

/**
 * Whether somebody is confirmed, or sent their link again. Nobody acting for the provider does it for their own
 * team without an owner's approval; the owner that a client was made with needs none while nobody could give it.
 */
export function mayLetIn(standing: LettingIn & { approval: Approval }): Decision {
  const { forProvider, ofTeam, approval, countingOwners } = standing;
  if (!forProvider || !ofTeam || approval === "given") return allow;
  if (countingOwners > 0) return refuse("owner_approval_needed");
  return approval === "named_at_creation" ? allow : refuse("no_owner_to_approve");
}

/**
 * Whether somebody confirms their own place, as one who entered for the provider could. Only who is alone does: the
 * first owner of a client, whom their own provider confirms.
 */
export const mayConfirmPlaceOf = (isOwnPlace: boolean, confirmedOwners: number): Decision =>
  isOwnPlace && confirmedOwners > 0 ? refuse("cannot_confirm_yourself") : allow;

type Raising = {
  forProvider: boolean;
  ofTeam: boolean;
  from: OrganizationRole;
  to: OrganizationRole;
  /** Whether their custom role is given more than it had. */
  gains?: boolean;
};

/** Whether a role is changed. An approval was given for the role it named: nobody of the team goes higher by it. */
export function mayRaise({ forProvider, ofTeam, from, to, gains = false }: Raising): Decision {
  const isRaise = rankOf[to] > rankOf[from] || (from === to && gains);
  return forProvider && ofTeam && isRaise ? refuse("raised_by_owner_only") : allow;
}

/** Whether somebody may refuse what the provider has asked, and let it in less: owners may, if they act as members. */
export const mayRefuseProvider = (standing: OrganizationStanding): Decision =>
  mayInOrganization("answer_provider", standing).allowed ? allow : refuse("only_owners_answer");

/** Whether somebody answers for the organization towards its provider, and gives it more: owners who count. */
export function mayAnswerProvider(standing: OrganizationStanding): Decision {
  const refusing = mayRefuseProvider(standing);
  if (!refusing.allowed || !standing) return refusing;
  return isOnProvidersSide(standing) ? refuse("approver_of_provider") : allow;
}

type Answerable = { status: OrganizationMemberStatus; ofTeam: boolean; approval: Approval };

/** An approval is given to somebody of the team: whoever has left it, or has another address now, is only refused. */
export const mayStillBeApproved = (ofTeam: boolean): Decision =>
  ofTeam ? allow : refuse("not_of_team_any_more");

/** Whether there is something to answer: somebody of the provider's team waits for an approval. */
export function mayBeAnswered({ status, ofTeam, approval }: Answerable): Decision {
  const isOpen = status === "invited" || status === "accepted";
  const waits = approval === "asked" || (ofTeam && approval !== "given");
  return isOpen && waits ? allow : refuse("nothing_to_approve");
}

/** Whether an invitation is sent again. One that an owner was asked about has not been sent yet. */
export const mayBeSentAgain = (approval: Approval): Decision =>
  approval === "asked" ? refuse("awaiting_approval") : allow;

type Giving = {
  forProvider: boolean;
  access: ProviderAccess;
  /** Whether somebody of the provider's team, or in a place of its, would get it. */
  reachesProvider: boolean;
};

/**
 * Whether somebody gives collections, or groups, to others. Where the client keeps its items from the provider, nobody
 * acting for the provider opens them to its own people.
 */
export const mayGiveToProvider = ({ forProvider, access, reachesProvider }: Giving): Decision =>
  forProvider && reachesProvider && access !== "full" ? refuse("items_kept_from_provider") : allow;
