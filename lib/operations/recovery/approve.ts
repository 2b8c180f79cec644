import "server-only";
import { eq } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import { mayApproveRecovery } from "@/lib/domain/recovery/asked";
import { AnswerRecovery } from "@/lib/domain/recovery/inputs";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { pageLink } from "@/lib/operations/links";
import { organization, ownAccount } from "@/lib/operations/locks";
import { tell } from "@/lib/operations/mail/internal/tell";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";
import { labelOf } from "@/lib/operations/people/internal/label-of";
import { lockRecovery, recoveryOf } from "@/lib/operations/recovery/internal/lock-recovery";

/** An owner who counts approves what the provider's people have asked for. */
export const approveRecovery = defineCommand({
  name: "recovery.approve",
  input: AnswerRecovery,
  access: inOrganization.answer_provider,
  locks: ({ actor, input: { organizationId } }) => [organization(organizationId), ...ownAccount(actor)],
  async run({ tx, actor, input: which, standing, now }) {
    const { organizationId, memberId } = which;
    const approvedBy = personOf(actor);
    const { asked, email, askedBy, askedAt } = await lockRecovery(tx, approvedBy, which, now);
    assertAllowed(mayApproveRecovery(placeOf(standing), asked));
    await tx.update(accountRecoveries).set({ approvedBy, approvedAt: now }).where(recoveryOf(which));
    const [asker] = await tx
      .select({ email: users.email, locale: users.locale, organizationName: organizations.name })
      .from(users)
      .innerJoin(organizations, eq(organizations.id, organizationId))
      .where(eq(users.id, askedBy));
    if (asker)
      await tell(
        tx,
        asker,
        {
          kind: "organization.recovery_approved",
          organizationName: asker.organizationName,
          who: email,
          askedAt: askedAt.toISOString(),
          at: asked.readyAt.toISOString(),
          link: pageLink(`/organizations/${organizationId}/recovery?search=${encodeURIComponent(email)}`),
        },
        now,
      );
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
