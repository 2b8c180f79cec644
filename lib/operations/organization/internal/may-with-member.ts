import "server-only";
import { all, type Decision } from "@/lib/domain/decision";
import {
  mayConfirmMember,
  mayManageRole,
  mayReinviteMember,
  type OrganizationMemberStatus,
  type OrganizationRole,
} from "@/lib/domain/organization/member";
import {
  approvalOf,
  mayAnswerProvider,
  mayBeAnswered,
  mayConfirmPlaceOf,
  mayLetIn,
} from "@/lib/domain/organization/provider-place";
import type { OrganizationPlace } from "@/lib/operations/organization/access";

/** Who looks at the list, and what is so of all rows alike. */
type Looking = {
  place: OrganizationPlace;
  forProvider: boolean;
  /** Whether anybody is confirmed, and whether an owner is: the rules ask for no more. */
  hasMember: boolean;
  hasOwner: boolean;
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

/** What the rules of the commands say to each act on a row, so that a list offers nothing that is refused. */
export function mayWithMember({ place, forProvider, hasMember, hasOwner }: Looking, row: Row) {
  const approval = approvalOf(row);
  const { role, status, isYou, ofTeam } = row;
  const confirmedOwners = Number(hasOwner);
  const isOpen = status === "invited" || status === "accepted";
  const touches = mayManageRole(place, role);
  const letsIn = mayLetIn({ forProvider, ofTeam, approval, confirmedOwners });
  const yes = (...decisions: Decision[]) => all(...decisions).allowed;
  return {
    answer: yes(mayAnswerProvider(place), mayBeAnswered({ isOpen, ofTeam, approval })),
    confirm: yes(
      mayConfirmMember(place, row, Number(hasMember)),
      mayConfirmPlaceOf(isYou, confirmedOwners),
      letsIn,
    ),
    resend: approval !== "asked" && yes(mayReinviteMember(row), touches, letsIn),
    role: touches.allowed,
    remove: !isYou && touches.allowed,
  };
}
