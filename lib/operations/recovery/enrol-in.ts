import "server-only";
import { and, eq } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { mayEnrol, owesEnrolment } from "@/lib/domain/policy/depending";
import { EnrolInRecovery } from "@/lib/domain/recovery/inputs";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { ownAccount } from "@/lib/operations/locks";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";
import { knowingProof } from "@/lib/operations/recently-proven";
import { enrolmentOf } from "@/lib/operations/recovery/internal/enrolment-of";
import { recoveryPolicy } from "@/lib/operations/recovery/internal/recovery-policy";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";

/**
 * Keeps somebody's user key sealed to their organization, so that it can recover their account. Their own act alone, or
 * that of their own browser where the policy enrols everybody.
 */
export const enrolInRecovery = defineCommand({
  name: "recovery.enrol",
  input: EnrolInRecovery,
  access: knowingProof(inOrganization.be_there),
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input, standing, now }) {
    const { organizationId, organizationKeyId, userKeyForOrganization } = input;
    const memberId = memberIdOf(placeOf(standing.standing));
    if (!memberId) throw new NotFound();
    const { autoEnrollEnabled: isRequired } = await recoveryPolicy(tx, organizationId);
    const isOwed = owesEnrolment({ isRequired, ...(await enrolmentOf(tx, memberId)) });
    assertAllowed(mayEnrol({ isProven: standing.isProven, isOwed }));
    // The pair comes with the key: what was sealed to a former one opens nothing.
    await expectCurrentKey(tx, organizationId, organizationKeyId);
    const userId = personOf(actor);
    await tx
      .update(organizationMembers)
      .set({ userKeyForOrganization, revisedAt: now })
      .where(and(eq(organizationMembers.id, memberId), eq(organizationMembers.userId, userId)));
    await advanceAccount(tx, userId);
    return done(null, {
      type: "organization_member.recovery_enrolled",
      organizationId,
      organizationMemberId: memberId,
      userId,
    });
  },
});
