import "server-only";
import { eq } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { mayWithdrawFromRecovery } from "@/lib/domain/policy/depending";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";
import { enrolmentOf } from "@/lib/operations/recovery/internal/enrolment-of";
import { recoveryPolicyOrNull } from "@/lib/operations/recovery/internal/recovery-policy";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";

/** Takes one's sealed user key back. Where the policy enrols everybody, it stays, but for people of a provider. */
export const withdrawFromRecovery = defineCommand({
  name: "recovery.withdraw",
  input: OrganizationTarget,
  access: inOrganization.be_there,
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { organizationId }, standing, now }) {
    const memberId = memberIdOf(placeOf(standing));
    if (!memberId) throw new NotFound();
    // Where recovery is not offered any more, nothing keeps anybody in it.
    const isRequired = (await recoveryPolicyOrNull(tx, organizationId))?.autoEnrollEnabled === true;
    const { isStaff } = await enrolmentOf(tx, memberId);
    assertAllowed(mayWithdrawFromRecovery({ isRequired, isStaff }));
    const userId = personOf(actor);
    await tx
      .update(organizationMembers)
      .set({ userKeyForOrganization: null, revisedAt: now })
      .where(eq(organizationMembers.id, memberId));
    await tx.delete(accountRecoveries).where(eq(accountRecoveries.memberId, memberId));
    await advanceAccount(tx, userId);
    return done(null, {
      type: "organization_member.recovery_withdrawn",
      organizationId,
      organizationMemberId: memberId,
      userId,
    });
  },
});
