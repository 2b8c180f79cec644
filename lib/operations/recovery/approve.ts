import "server-only";
import { and, eq } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import { RecoveryTarget } from "@/lib/domain/recovery/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization } from "@/lib/operations/locks";
import { inOrganization } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";

/** An owner approves what the provider's people have asked for. */
export const approveRecovery = defineCommand({
  name: "recovery.approve",
  input: RecoveryTarget,
  access: inOrganization.answer_provider,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, actor, input: { organizationId, memberId }, now }) {
    const which = and(
      eq(accountRecoveries.organizationId, organizationId),
      eq(accountRecoveries.memberId, memberId),
    );
    const [asked] = await tx
      .select({ email: users.email })
      .from(accountRecoveries)
      .innerJoin(organizationMembers, eq(organizationMembers.id, accountRecoveries.memberId))
      .innerJoin(users, eq(users.id, organizationMembers.userId))
      .where(which)
      .for("update", { of: accountRecoveries });
    if (!asked) throw new NotFound();
    await tx
      .update(accountRecoveries)
      .set({ approvedBy: personOf(actor), approvedAt: now })
      .where(which);
    return done(null, {
      type: "organization_member.recovery_approved",
      organizationId,
      organizationMemberId: memberId,
      details: asked,
    });
  },
});
