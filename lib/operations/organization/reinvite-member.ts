import "server-only";
import { eq } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { mayManageRole, mayReinviteMember } from "@/lib/domain/organization/member";
import { approvalOf, mayLetIn } from "@/lib/domain/organization/provider-place";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { placeOf } from "@/lib/operations/organization/access";
import { touchedOwners } from "@/lib/operations/organization/both-logs";
import { inviteAgain } from "@/lib/operations/organization/invite-again";
import { countConfirmed, lockMember } from "@/lib/operations/organization/lock-member";
import { invitingOrganization, mailInvitations } from "@/lib/operations/organization/mail-invitations";
import { isForProvider } from "@/lib/operations/organization/team-of-provider";
import { done } from "@/lib/operations/outcome";

/** Sends an invitation again, with a new link; the earlier ones stop working. */
export const reinviteOrganizationMember = defineCommand({
  name: "organization.reinvite_member",
  ...inviteAgain,
  async run({ tx, input: { organizationId, memberId }, standing, now }) {
    const place = placeOf(standing);
    const member = await lockMember(tx, organizationId, memberId, "no key update");
    const { role, status, invitedEmail: email, ofTeam } = member;
    assertAllowed(mayReinviteMember({ role, status }));
    assertAllowed(mayManageRole(place, role));
    const approval = approvalOf(member);
    if (approval === "asked") throw new Refused("awaiting_approval");
    const { owners: confirmedOwners } = await countConfirmed(tx, organizationId);
    const forProvider = await isForProvider(tx, place);
    assertAllowed(mayLetIn({ forProvider, ofTeam, approval, confirmedOwners }));
    if (!email) throw new Refused("member_not_invited");

    await mailInvitations(
      tx,
      await invitingOrganization(tx, organizationId),
      [{ memberId, email, role, ofTeam }],
      now,
    );
    await tx
      .update(organizationMembers)
      .set({ invitedAt: now, revisedAt: now })
      .where(eq(organizationMembers.id, memberId));
    return done(
      { memberId },
      {
        type: "organization_member.reinvited",
        organizationId,
        organizationMemberId: memberId,
        details: { email },
      },
      ...(await touchedOwners(
        tx,
        place,
        organizationId,
        role === "owner" ? [{ memberId, email }] : [],
        "reinvited",
      )),
    );
  },
});
