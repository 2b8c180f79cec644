import "server-only";
import { all, type Decision } from "@/lib/domain/decision";
import { mayConfirmPerson } from "@/lib/domain/organization/confirming";
import { mayVouchFor } from "@/lib/domain/organization/counting-owner";
import {
  mayInOrganization,
  mayManageRole,
  mayReinviteMember,
  mayRemoveMember,
  type OrganizationMemberStatus,
  type OrganizationRole,
} from "@/lib/domain/organization/member";
import type { OrganizationPermission } from "@/lib/domain/organization/permissions";
import {
  approvalOf,
  mayAnswerProvider,
  mayBeAnswered,
  mayBeSentAgain,
  mayLetIn,
  mayRefuseProvider,
  mayStillBeApproved,
} from "@/lib/domain/organization/provider-place";
import { mayRestoreMember, mayRevokeMember } from "@/lib/domain/organization/revoking";
import type { OrganizationPlace } from "@/lib/operations/organization/access";

/** Who looks at the list, and facts that are the same for all rows. */
type Looking = {
  place: OrganizationPlace;
  forProvider: boolean;
  hasMember: boolean;
  /** How many owners are confirmed; two stand for any more. */
  owners: number;
  hasCounting: boolean;
};

type Row = {
  role: OrganizationRole;
  status: OrganizationMemberStatus;
  isYou: boolean;
  ofTeam: boolean;
  /** They have accepted their place in the team: an open invitation takes nothing from them. */
  hasJoinedTeam: boolean;
  placeIsProviders: boolean;
  letInByProvider: boolean;
  askedAt: Date | null;
  approvedAt: Date | null;
  approvedBy: string | null;
};

/** Whoever may one of these edits members: their role, their groups, or their collections. */
const editing = ["change_member_roles", "manage_groups", "edit_any_collection"] as const;

/** Which acts on a row the rules of the commands allow, so that a list offers nothing that would be refused. */
export function mayWithMember({ place, forProvider, hasMember, owners, hasCounting }: Looking, row: Row) {
  const approval = approvalOf(row);
  const { role, status, isYou, ofTeam, hasJoinedTeam } = row;
  const touches = mayManageRole(place, role);
  const countingOwners = Number(hasCounting);
  const letsIn = mayLetIn({ forProvider, ofTeam, approval, countingOwners });
  const permitted = (permission: OrganizationPermission) => mayInOrganization(permission, place);
  const yes = (...decisions: Decision[]) => all(...decisions).allowed;
  return {
    approve: yes(
      mayAnswerProvider(place),
      mayBeAnswered({ status, ofTeam, approval }),
      mayStillBeApproved(ofTeam),
    ),
    refuse: yes(mayRefuseProvider(place), mayBeAnswered({ status, ofTeam, approval })),
    vouch: yes(mayVouchFor(place, { ...row, isProviders: hasJoinedTeam })),
    confirm: yes(
      mayConfirmPerson(
        place,
        { forProvider, confirmedMembers: Number(hasMember), confirmedOwners: owners, countingOwners },
        { ...row, approval },
      ),
    ),
    resend: yes(
      permitted("invite_members"),
      mayReinviteMember(row),
      touches,
      mayBeSentAgain(approval),
      letsIn,
    ),
    // One's own place too: whoever gives up what an organization cannot spare is told why.
    edit:
      status !== "revoked" && touches.allowed && editing.some((permission) => permitted(permission).allowed),
    // An act that would take the last owner is offered too, and its refusal explains itself.
    revoke: yes(permitted("revoke_members"), mayRevokeMember(place, row)),
    restore: yes(
      permitted("revoke_members"),
      mayRestoreMember(place, { ...row, forProvider, countingOwners }),
    ),
    remove: yes(permitted("remove_members"), mayRemoveMember(isYou), touches),
  };
}
