import "server-only";
import { eq, sql } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { all } from "@/lib/domain/decision";
import { MemberTarget } from "@/lib/domain/organization/inputs";
import { mayManageRole, mayStopBeingOwner, occupiesSeat } from "@/lib/domain/organization/member";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { organization } from "@/lib/operations/locks";
import { tell } from "@/lib/operations/mail/tell";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { touchedOwners } from "@/lib/operations/organization/both-logs";
import { countConfirmed, lockMember } from "@/lib/operations/organization/lock-member";
import { lockOrganization } from "@/lib/operations/organization/lock-organization";
import { done } from "@/lib/operations/outcome";
import { advanceAccount, advanceOrganization } from "@/lib/operations/revision/advance";

/**
 * Removes a member or takes an invitation back, and frees the seat. Their row held their copy of the
 * organization's key; links that were sent to them stop working.
 */
export const removeOrganizationMember = defineCommand({
  name: "organization.remove_member",
  input: MemberTarget,
  access: inOrganization.remove_members,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId, memberId }, standing, now }) {
    const place = placeOf(standing);
    if (memberIdOf(place) === memberId) throw new Refused("cannot_remove_yourself");
    const { name: organizationName } = await lockOrganization(tx, organizationId);
    const member = await lockMember(tx, organizationId, memberId);
    const { owners } = await countConfirmed(tx, organizationId);
    assertAllowed(all(mayManageRole(place, member.role), mayStopBeingOwner(member, owners)));

    await tx.delete(organizationMembers).where(eq(organizationMembers.id, memberId));
    const freed = occupiesSeat(member.status) ? 1 : 0;
    await tx
      .update(organizations)
      .set({ usedSeats: sql`${organizations.usedSeats} - ${freed}`, revisedAt: now })
      .where(eq(organizations.id, organizationId));
    if (member.userId) await advanceAccount(tx, member.userId, await advanceOrganization(tx, organizationId));
    if (member.email)
      await tell(
        tx,
        { email: member.email, locale: member.locale },
        { kind: "organization.removed", organizationName },
        now,
      );
    const email = member.email ?? member.invitedEmail ?? "";
    return done(
      { memberId },
      {
        type: "organization_member.removed",
        organizationId,
        organizationMemberId: memberId,
        ...(member.userId && { userId: member.userId }),
        details: { email, role: member.role },
      },
      ...(await touchedOwners(
        tx,
        place,
        organizationId,
        member.role === "owner" ? [{ memberId, email }] : [],
        "removed",
      )),
    );
  },
});
