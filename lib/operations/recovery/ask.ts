import "server-only";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { mayAskRecovery } from "@/lib/domain/recovery/asked";
import { RecoveryTarget } from "@/lib/domain/recovery/inputs";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { askerOf } from "@/lib/operations/limits";
import { pageLink } from "@/lib/operations/links";
import { organization, ownAccount } from "@/lib/operations/locks";
import { giveNotice, tellHolder } from "@/lib/operations/mail/internal/tell";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { confirmedWhoMay } from "@/lib/operations/organization/internal/confirmed-who-may";
import { accountsOf } from "@/lib/operations/organization/internal/lock-members";
import { done } from "@/lib/operations/outcome";
import { labelOf } from "@/lib/operations/people/internal/label-of";
import { memberToRecover } from "@/lib/operations/recovery/internal/member-to-recover";

const hour = 60 * 60_000;

/** Asks for a recovery that has to be approved or to wait. The member and the owners are told. */
export const askRecovery = defineCommand({
  name: "recovery.ask",
  input: RecoveryTarget,
  access: inOrganization.recover_accounts,
  throttle: ({ actor }) => [{ what: "recovery_ask", by: askerOf(actor), points: 30, seconds: 3600 }],
  locks: async ({ tx, actor, input: { organizationId, memberId } }) => [
    organization(organizationId),
    ...ownAccount(actor),
    ...(await accountsOf(tx, { organizationId, memberIds: [memberId] })),
  ],
  async run({ tx, actor, input: { organizationId, memberId }, standing, now }) {
    const askedBy = personOf(actor);
    const member = await memberToRecover(tx, placeOf(standing), askedBy, { organizationId, memberId }, now);
    assertAllowed(mayAskRecovery(member.asked, member));
    const { email, locale, organizationName, forProvider, waitHours, role: memberRole } = member;
    const providerName = forProvider ? member.providerName : null;
    const asker = await labelOf(tx, askedBy);
    const readyAt = new Date(Number(now) + waitHours * hour);
    const asked = {
      askedBy,
      askedAt: now,
      forProvider,
      memberRole,
      readyAt,
      approvedBy: null,
      approvedAt: null,
    };
    // One that has come to its end may not be swept away yet.
    await tx
      .insert(accountRecoveries)
      .values({ organizationId, memberId, ...asked })
      .onConflictDoUpdate({
        target: [accountRecoveries.organizationId, accountRecoveries.memberId],
        set: asked,
      });
    const told = {
      organizationName,
      providerName,
      asker,
      askedAt: now.toISOString(),
      at: readyAt.toISOString(),
    };
    const mail = {
      kind: "organization.recovery_asked",
      who: email,
      ...told,
      link: pageLink(`/organizations/${organizationId}/recovery`),
    } as const;
    const owners = await confirmedWhoMay(tx, organizationId, "answer_provider");
    await giveNotice(
      tx,
      owners.filter((to) => to.email !== email).map((to) => ({ to, mail })),
      now,
    );
    const notice = { kind: "account.recovery_asked", ...told } as const;
    await tellHolder(tx, { email, locale }, notice, now);
    return done(
      { readyAt },
      {
        type: "organization_member.recovery_asked",
        organizationId,
        organizationMemberId: memberId,
        details: { email, readyAt: readyAt.toISOString() },
      },
    );
  },
});
