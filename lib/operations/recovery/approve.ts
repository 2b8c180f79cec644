import "server-only";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { mayApproveRecovery } from "@/lib/domain/recovery/asked";
import { RecoveryTarget } from "@/lib/domain/recovery/inputs";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";
import { labelOf } from "@/lib/operations/people/internal/label-of";
import { lockRecovery, recoveryOf } from "@/lib/operations/recovery/internal/lock-recovery";

/** An owner who is not of the provider's team approves what its people have asked for. */
export const approveRecovery = defineCommand({
  name: "recovery.approve",
  input: RecoveryTarget,
  access: inOrganization.answer_provider,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, actor, input: which, standing, now }) {
    const { organizationId, memberId } = which;
    const approvedBy = personOf(actor);
    const { asked, email, isOfTeam, askedBy, askedAt } = await lockRecovery(tx, approvedBy, which, now);
    assertAllowed(mayApproveRecovery(placeOf(standing), asked, isOfTeam));
    await tx.update(accountRecoveries).set({ approvedBy, approvedAt: now }).where(recoveryOf(which));
    return done(null, {
      type: "organization_member.recovery_approved",
      organizationId,
      organizationMemberId: memberId,
      details: {
        email,
        asker: await labelOf(tx, askedBy),
        askedAt: askedAt.toISOString(),
        readyAt: asked.readyAt.toISOString(),
      },
    });
  },
});
