import "server-only";
import { eq } from "drizzle-orm";
import { authenticators } from "@/db/schema/authenticators";
import { users } from "@/db/schema/users";
import { ConfirmAuthenticator } from "@/lib/domain/account/two-step";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { ownCodeQuota } from "@/lib/operations/account/internal/code-quota";
import { recentlyProven } from "@/lib/operations/account/internal/recently-proven";
import { makeRecoveryCodes, shownRecoveryCode } from "@/lib/operations/account/internal/recovery-code";
import { replaceRecoveryCodes, takeCode } from "@/lib/operations/account/internal/second-step";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { warnHolder } from "@/lib/operations/mail/internal/tell";
import { done } from "@/lib/operations/outcome";

/**
 * Turns two-step login on with the first code of the app, and answers the recovery codes: now, and never again.
 *
 * @throws {Refused} `wrong_code` when the app shows other codes, for instance because a clock is wrong.
 */
export const confirmAuthenticator = defineCommand({
  name: "account.confirm_authenticator",
  input: ConfirmAuthenticator,
  access: recentlyProven(signedIn),
  locks: ({ actor }) => ownAccount(actor),
  quota: ({ actor }) => ownCodeQuota(personOf(actor)),
  async run({ tx, actor, input: { code }, now }) {
    const userId = personOf(actor);
    const [begun] = await tx
      .select({ sealedSecret: authenticators.sealedSecret, confirmedAt: authenticators.confirmedAt })
      .from(authenticators)
      .where(eq(authenticators.userId, userId));
    if (!begun) throw new NotFound();
    if (begun.confirmedAt) throw new Refused("two_step_is_on");
    if ((await takeCode(tx, userId, begun, code, now)) === null) throw new Refused("wrong_code");
    await tx.update(authenticators).set({ confirmedAt: now }).where(eq(authenticators.userId, userId));
    const codes = makeRecoveryCodes();
    await replaceRecoveryCodes(tx, userId, codes);
    const [user] = await tx
      .select({ email: users.email, locale: users.locale })
      .from(users)
      .where(eq(users.id, userId));
    if (user) await warnHolder(tx, user, { kind: "account.two_step_on", at: now.toISOString() }, now);
    return done({ recoveryCodes: codes.map(shownRecoveryCode) }, { type: "user.changed_two_step", userId });
  },
});
