import "server-only";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { mayTakeBackRecovery } from "@/lib/domain/recovery/asked";
import { AnswerRecovery } from "@/lib/domain/recovery/inputs";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";
import { lockRecovery, recoveryOf } from "@/lib/operations/recovery/internal/lock-recovery";

/** Takes a recovery back that waits: the member, who can log in after all, whoever asked for it, or an owner. */
export const takeBackRecovery = defineCommand({
  name: "recovery.take_back",
  input: AnswerRecovery,
  access: inOrganization.be_there,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, actor, input: which, standing, now }) {
    const { organizationId, memberId } = which;
    const place = placeOf(standing);
    const { asked, email } = await lockRecovery(tx, personOf(actor), which, now);
    assertAllowed(mayTakeBackRecovery(place, asked, memberIdOf(place) === memberId));
    await tx.delete(accountRecoveries).where(recoveryOf(which));
    return done(null, {
      type: "organization_member.recovery_taken_back",
      organizationId,
      organizationMemberId: memberId,
      details: { email },
    });
  },
});
