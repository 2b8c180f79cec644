import "server-only";
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { users } from "@/db/schema/users";
import { mayRecoverNow } from "@/lib/domain/recovery/asked";
import { RecoverMember } from "@/lib/domain/recovery/inputs";
import { personOf } from "@/lib/operations/account/access";
import { endSessionsOf } from "@/lib/operations/account/internal/end-sessions-of";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { forgetDevices } from "@/lib/operations/account/internal/remembered-device";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { organization, ownAccount } from "@/lib/operations/locks";
import { warnHolder } from "@/lib/operations/mail/internal/tell";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { accountsOf } from "@/lib/operations/organization/internal/lock-members";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";
import { recoveryOf } from "@/lib/operations/recovery/internal/lock-recovery";
import { memberToRecover } from "@/lib/operations/recovery/internal/member-to-recover";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";

/**
 * Sets a temporary master password for a member who has lost theirs. Their sessions end, they are told, and the first
 * thing they do at the next log-in is to choose another. Two-step login stays as it is.
 *
 * @throws {Refused} `account_changed` when the account is not the one any more that the browser was handed.
 */
export const recoverMember = defineCommand({
  name: "recovery.recover",
  input: RecoverMember,
  access: recentlyProven(inOrganization.recover_accounts),
  prepare: async ({ input: { nextHash } }) => ({ passwordHash: await hashAuthentication(nextHash) }),
  locks: async ({ tx, actor, input: { organizationId, memberId } }) => [
    organization(organizationId),
    ...ownAccount(actor),
    ...(await accountsOf(tx, { organizationId, memberIds: [memberId] })),
  ],
  async run({ tx, actor, input, standing, prepared, now }) {
    const { organizationId, memberId, mark, userKeyForAccount } = input;
    const which = { organizationId, memberId };
    const member = await memberToRecover(tx, placeOf(standing.standing), personOf(actor), which, now);
    // The answer was lost, and the browser sends the same again: no two seals of a key are alike.
    if (member.userKeyForAccount === userKeyForAccount)
      return doneUnrecorded(null, "the very same request was done and recorded before");
    assertAllowed(mayRecoverNow(member.asked, { ...member, now }));
    const { userId, email, locale, organizationName } = member;
    // A seal over a user key, an address or settings of before would lock the account.
    if (member.keys.mark !== mark) throw new Refused("account_changed");
    await tx
      .update(users)
      .set({
        passwordHash: prepared.passwordHash,
        userKeyForAccount,
        securityStamp: randomUUID(),
        mustChangePassword: true,
        revisedAt: now,
      })
      .where(eq(users.id, userId));
    await advanceAccount(tx, userId);
    await tx.delete(accountRecoveries).where(recoveryOf(which));
    const { events } = await endSessionsOf(tx, userId, sql`true`, now);
    await forgetDevices(tx, userId);
    const mail = { kind: "account.recovered", organizationName, at: now.toISOString() } as const;
    await warnHolder(tx, { email, locale }, mail, now);
    return done(
      null,
      {
        type: "organization_member.recovered",
        organizationId,
        organizationMemberId: memberId,
        userId,
        details: { email },
      },
      ...events,
    );
  },
});
