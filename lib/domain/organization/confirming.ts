import { all, type Decision } from "@/lib/domain/decision";
import {
  mayConfirmMember,
  mayInOrganization,
  type OrganizationMemberStatus,
  type OrganizationRole,
  type OrganizationStanding,
} from "@/lib/domain/organization/member";
import { type Approval, mayConfirmPlaceOf, mayLetIn } from "@/lib/domain/organization/provider-place";

/** Whoever is to be confirmed, as far as the rules look at them. */
export type ToConfirm = {
  role: OrganizationRole;
  status: OrganizationMemberStatus;
  /** Whether they are in the team of the organization's provider. */
  ofTeam: boolean;
  approval: Approval;
  /** Whether it is the place of the one who asks. */
  isYou: boolean;
};

/** Who confirms, beside their standing: whether for the provider, and who is confirmed so far. */
export type Confirming = {
  forProvider: boolean;
  confirmedMembers: number;
  confirmedOwners: number;
  countingOwners: number;
};

/**
 * Whether somebody with this standing can confirm a person now: the one rule of the command, the lists and the
 * letters.
 */
export const mayConfirmPerson = (
  standing: OrganizationStanding,
  { forProvider, confirmedMembers, confirmedOwners, countingOwners }: Confirming,
  { isYou, ofTeam, approval, ...person }: ToConfirm,
): Decision =>
  all(
    mayInOrganization("confirm_members", standing),
    mayConfirmMember(standing, person, confirmedMembers),
    mayConfirmPlaceOf(isYou, confirmedOwners),
    mayLetIn({ forProvider, ofTeam, approval, countingOwners }),
  );
