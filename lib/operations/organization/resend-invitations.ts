import "server-only";
import { inArray } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { all } from "@/lib/domain/decision";
import { MemberTargets } from "@/lib/domain/organization/inputs";
import { mayManageRole, mayReinviteMember } from "@/lib/domain/organization/member";
import { approvalOf, mayBeSentAgain, mayLetIn } from "@/lib/domain/organization/provider-place";
import { defineBulk, fitting } from "@/lib/operations/bulk";
import { organization } from "@/lib/operations/locks";
import { letterEach, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { ownersAmong, touchedOwners } from "@/lib/operations/organization/internal/both-logs";
import { lockSelected } from "@/lib/operations/organization/internal/lock-members";
import {
  invitingOrganization,
  mailInvitations,
} from "@/lib/operations/organization/internal/mail-invitations";

/** Sends open invitations again, each with a new link; the earlier ones stop working. */
export const resendOrganizationInvitations = defineBulk({
  name: "organization.resend_invitations",
  input: MemberTargets,
  access: inOrganization.invite_members,
  throttle: ({ actor }) => mailThrottle(actor),
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  ids: ({ input: { memberIds } }) => memberIds,
  lock: ({ tx, input, standing }) => lockSelected(tx, placeOf(standing), input, "no key update"),
  judge(member, { standing }) {
    const { forProvider, ofTeam, confirmed, role } = member;
    const approval = approvalOf(member);
    return fitting(
      member,
      all(
        mayReinviteMember(member),
        mayManageRole(placeOf(standing), role),
        mayBeSentAgain(approval),
        mayLetIn({ forProvider, ofTeam, approval, countingOwners: confirmed.counting }),
      ),
    );
  },
  quotaEach: letterEach(({ shownEmail }: { shownEmail: string }) => shownEmail),
  async act({ tx, input: { organizationId }, standing, now }, members) {
    const invited = members.map(({ id, shownEmail, role, ofTeam }) => ({
      memberId: id,
      email: shownEmail,
      role,
      ofTeam,
    }));
    await mailInvitations(tx, await invitingOrganization(tx, organizationId), invited, now);
    const ids = members.map(({ id }) => id);
    await tx
      .update(organizationMembers)
      .set({ invitedAt: now, revisedAt: now })
      .where(inArray(organizationMembers.id, ids));
    return touchedOwners(tx, placeOf(standing), organizationId, ownersAmong(members), "reinvited");
  },
  event: ({ id, shownEmail }, { input: { organizationId } }) => ({
    type: "organization_member.reinvited",
    organizationId,
    organizationMemberId: id,
    details: { email: shownEmail },
  }),
});
