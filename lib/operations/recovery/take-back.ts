import "server-only";
import { and, eq } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import { permissionsIn } from "@/lib/domain/organization/member";
import { RecoveryTarget } from "@/lib/domain/recovery/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization } from "@/lib/operations/locks";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";

/** Takes a recovery back that waits: the member, who can log in after all, whoever asked for it, or an owner. */
export const takeBackRecovery = defineCommand({
  name: "recovery.take_back",
  input: RecoveryTarget,
  access: inOrganization.be_there,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, actor, input: { organizationId, memberId }, standing }) {
    const which = and(
      eq(accountRecoveries.organizationId, organizationId),
      eq(accountRecoveries.memberId, memberId),
    );
    const [asked] = await tx
      .select({ email: users.email, askedBy: accountRecoveries.askedBy })
      .from(accountRecoveries)
      .innerJoin(organizationMembers, eq(organizationMembers.id, accountRecoveries.memberId))
      .innerJoin(users, eq(users.id, organizationMembers.userId))
      .where(which)
      .for("update", { of: accountRecoveries });
    const place = placeOf(standing);
    const isOwn = memberIdOf(place) === memberId || asked?.askedBy === personOf(actor);
    if (!asked || !(isOwn || permissionsIn(place).includes("answer_provider"))) throw new NotFound();
    await tx.delete(accountRecoveries).where(which);
    return done(null, {
      type: "organization_member.recovery_taken_back",
      organizationId,
      organizationMemberId: memberId,
      details: { email: asked.email },
    });
  },
});
