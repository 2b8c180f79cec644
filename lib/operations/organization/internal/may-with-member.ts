import "server-only";
import { all, allow, type Decision } from "@/lib/domain/decision";
import { mayConfirmPerson } from "@/lib/domain/organization/confirming";
import {
  mayInOrganization,
  mayManageRole,
  mayReinviteMember,
  mayRemoveMember,
  mayStopBeingOwner,
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
};

type Row = {
  role: OrganizationRole;
  status: OrganizationMemberStatus;
  isYou: boolean;
  ofTeam: boolean;
  askedAt: Date | null;
  approvedAt: Date | null;
  approvedBy: string | null;
};

/** Which acts on a row the rules of the commands allow, so that a list offers nothing that would be refused. */
export function mayWithMember({ place, forProvider, hasMember, owners }: Looking, row: Row) {
  const approval = approvalOf(row);
  const { role, status, isYou, ofTeam } = row;
  const touches = mayManageRole(place, role);
  const letsIn = mayLetIn({ forProvider, ofTeam, approval, confirmedOwners: owners });
  // On the row of somebody else, such an act is offered and the refusal explains itself. On the actor's own row
  // it is not offered.
  const staysOwned = isYou ? mayStopBeingOwner(row, owners) : allow;
  const permitted = (permission: OrganizationPermission) => mayInOrganization(permission, place);
  const yes = (...decisions: Decision[]) => all(...decisions).allowed;
  return {
    answer: yes(mayAnswerProvider(place), mayBeAnswered({ status, ofTeam, approval })),
    confirm: yes(
      mayConfirmPerson(
        place,
        { forProvider, confirmedMembers: Number(hasMember), confirmedOwners: owners },
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
    role: yes(permitted("change_member_roles"), touches, staysOwned),
    revoke: yes(permitted("revoke_members"), mayRevokeMember(place, row, isYou ? owners : 2)),
    restore: yes(
      permitted("revoke_members"),
      mayRestoreMember(place, { ...row, forProvider, confirmedOwners: owners }),
    ),
    remove: yes(permitted("remove_members"), mayRemoveMember(isYou), touches),
  };
}
