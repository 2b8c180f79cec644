import "server-only";
import { mayStopOwning } from "@/lib/domain/organization/counting-owner";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization, ownAccount } from "@/lib/operations/locks";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { deleteMembers } from "@/lib/operations/organization/internal/delete-members";
import { countConfirmed, lockMember } from "@/lib/operations/organization/internal/lock-members";
import { vouchableOwners } from "@/lib/operations/organization/internal/vouchable-owners";
import { done } from "@/lib/operations/outcome";

/**
 * A member gives up their own place. The last confirmed owner stays, and the last who counts does too; whoever is on a
 * visit has no place to give up.
 */
export const leaveOrganization = defineCommand({
  name: "organization.leave",
  input: OrganizationTarget,
  access: inOrganization.be_there,
  locks: ({ actor, input: { organizationId } }) => [organization(organizationId), ...ownAccount(actor)],
  async run({ tx, input: { organizationId }, standing, now }) {
    const memberId = memberIdOf(placeOf(standing));
    if (!memberId) throw new NotFound();
    const member = await lockMember(tx, organizationId, memberId);
    const confirmed = await countConfirmed(tx, organizationId);
    const vouchable = await vouchableOwners(tx, organizationId);
    assertAllowed(mayStopOwning({ ...member, isYou: true }, confirmed, vouchable));
    if (!member.userId) throw new NotFound();
    const ofCollections = await deleteMembers(tx, organizationId, [member], now);
    return done(
      { organizationId },
      {
        type: "organization_member.left",
        organizationId,
        organizationMemberId: memberId,
        userId: member.userId,
        details: { email: member.shownEmail, role: member.role },
      },
      ...ofCollections,
    );
  },
});
