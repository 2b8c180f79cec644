import "server-only";
import { eq } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { mayVouchFor } from "@/lib/domain/organization/counting-owner";
import { MemberTarget } from "@/lib/domain/organization/inputs";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { organization, ownAccount } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { lockMember } from "@/lib/operations/organization/internal/lock-members";
import { done } from "@/lib/operations/outcome";

/** An owner who counts vouches for one whom the provider has let in: from then on that owner counts too. */
export const vouchForMember = defineCommand({
  name: "organization.vouch_for_member",
  input: MemberTarget,
  access: inOrganization.answer_provider,
  locks: ({ actor, input: { organizationId } }) => [organization(organizationId), ...ownAccount(actor)],
  async run({ tx, input: { organizationId, memberId }, standing, now }) {
    const member = await lockMember(tx, organizationId, memberId);
    const { userId, shownEmail: email, hasJoinedTeam } = member;
    assertAllowed(mayVouchFor(placeOf(standing), { ...member, isProviders: hasJoinedTeam }));
    await tx
      .update(organizationMembers)
      .set({ letInByProvider: false, revisedAt: now })
      .where(eq(organizationMembers.id, memberId));
    return done(
      { memberId },
      {
        type: "organization_member.vouched_for",
        organizationId,
        organizationMemberId: memberId,
        ...(userId && { userId }),
        details: { email },
      },
    );
  },
});
