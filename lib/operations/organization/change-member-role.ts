import "server-only";
import { eq } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { userIdOf } from "@/lib/domain/actor";
import { reachOfRole } from "@/lib/domain/collection/access";
import { isSameRole, takesPermissions } from "@/lib/domain/organization/custom-role";
import { ChangeMemberRole } from "@/lib/domain/organization/inputs";
import { isOnProvidersSide } from "@/lib/domain/organization/providers-side";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { organization, ownAccount } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { touchedOwners } from "@/lib/operations/organization/internal/both-logs";
import { keepReach } from "@/lib/operations/organization/internal/keep-reach";
import { keepUnassigned } from "@/lib/operations/organization/internal/keep-unassigned";
import { accountsOf, lockMember } from "@/lib/operations/organization/internal/lock-members";
import { mayHaveRole } from "@/lib/operations/organization/internal/may-have-role";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";

/**
 * Gives a member another role, or other permissions of the custom one. Making or unmaking an owner takes an owner, and
 * one owner always remains. Whoever lacks what a policy wants of the new role keeps the present one.
 */
export const changeOrganizationMemberRole = defineCommand({
  name: "organization.change_member_role",
  input: ChangeMemberRole,
  access: inOrganization.change_member_roles,
  locks: async ({ tx, actor, input: { organizationId, memberId } }) => [
    organization(organizationId),
    ...ownAccount(actor),
    ...(await accountsOf(tx, { organizationId, memberIds: [memberId] })),
  ],
  async run({ tx, actor, input: { organizationId, memberId, role, permissions }, standing, now }) {
    const place = placeOf(standing);
    const member = await lockMember(tx, organizationId, memberId);
    const given = { role, permissions };
    if (isSameRole(member, given))
      return doneUnrecorded({ memberId, changed: false }, "they have that role already");
    const isYou = member.userId !== null && member.userId === userIdOf(actor);
    assertAllowed(await mayHaveRole(tx, { organizationId, place, member, isYou }, given));

    const reach = (as: Pick<typeof given, "role" | "permissions">) =>
      reachOfRole(place, { memberId, role: as.role, permissions: as.permissions ?? null });
    const [before, after] = [reach(member), reach(given)];
    if (before === "all" && after !== "all")
      await keepReach(tx, organizationId, eq(organizationMembers.id, memberId));
    if (before === "unassigned" && after === "given") await keepUnassigned(tx, organizationId, memberId);
    await tx
      .update(organizationMembers)
      .set({
        role,
        permissions: takesPermissions(role) ? permissions : null,
        letInByProvider: isOnProvidersSide(place),
        revisedAt: now,
      })
      .where(eq(organizationMembers.id, memberId));
    if (member.userId) await advanceAccount(tx, member.userId);
    const email = member.shownEmail;
    const isOwners = member.role === "owner" || role === "owner";
    return done(
      { memberId, changed: true },
      {
        type: "organization_member.updated",
        organizationId,
        organizationMemberId: memberId,
        ...(member.userId && { userId: member.userId }),
        details: member.role === role ? { email } : { email, from: member.role, to: role },
      },
      ...(await touchedOwners(tx, place, organizationId, isOwners ? [{ memberId, email }] : [], "changed")),
    );
  },
});
