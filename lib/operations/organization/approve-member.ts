import "server-only";
import { eq } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { AnswerMember } from "@/lib/domain/organization/inputs";
import { mayAnswerProvider, mayStillBeApproved } from "@/lib/domain/organization/provider-place";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { organization, ownAccount, team } from "@/lib/operations/locks";
import { assertRoom, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { answered, lockAsked } from "@/lib/operations/organization/internal/lock-asked";
import { teamOfMembers } from "@/lib/operations/organization/internal/lock-members";
import {
  invitingOrganization,
  mailInvitations,
} from "@/lib/operations/organization/internal/mail-invitations";
import { done } from "@/lib/operations/outcome";

/**
 * Approves that somebody of the provider's team has the role that their row names. If their invitation waited
 * for this, it is sent now.
 */
export const approveOrganizationMember = defineCommand({
  name: "organization.approve_member",
  input: AnswerMember,
  access: inOrganization.invite_members,
  throttle: ({ actor }) => mailThrottle(actor),
  locks: async ({ tx, actor, input: { organizationId, memberId } }) => [
    organization(organizationId),
    ...ownAccount(actor),
    ...(await teamOfMembers(tx, { organizationId, memberIds: [memberId] })),
  ],
  async run({ tx, actor, input, standing, now, mustHold }) {
    const { organizationId, memberId } = input;
    const asked = await lockAsked(tx, mayAnswerProvider(placeOf(standing)), input);
    assertAllowed(mayStillBeApproved(asked.member.ofTeam));
    mustHold(team(asked.client.providerId));
    const isSentNow = asked.approval === "asked";
    if (isSentNow) await assertRoom(tx, asked.email, now);
    await tx
      .update(organizationMembers)
      .set({
        // An open invitation into the team makes nobody's place the provider's who was here before it.
        ...((isSentNow || asked.member.hasJoinedTeam) && { placeOfProvider: asked.client.providerId }),
        approvedBy: personOf(actor),
        approvedAt: now,
        letInByProvider: false,
        revisedAt: now,
        ...(isSentNow && { invitedAt: now }),
      })
      .where(eq(organizationMembers.id, memberId));
    const answer = answered(asked, {
      organization: "organization_member.approved",
      provider: "client.member_approved",
    });
    if (!isSentNow) return done({ memberId }, ...answer);

    const { email, role } = asked;
    const invitedTo = await invitingOrganization(tx, organizationId);
    await mailInvitations(tx, invitedTo, [{ memberId, email, role, ofTeam: true }], now);
    return done({ memberId }, ...answer, {
      type: "organization_member.invited",
      organizationId,
      organizationMemberId: memberId,
      details: { email, role },
    });
  },
});
