import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { StartEmailChange } from "@/lib/domain/account/inputs";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { hasAccount } from "@/lib/operations/account/internal/has-account";
import { issueMailedCode } from "@/lib/operations/account/internal/mailed-code";
import { masterPasswordGuesses } from "@/lib/operations/account/internal/master-password-guesses";
import { expectStillProven, provenBy } from "@/lib/operations/account/internal/proof";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { askerOf } from "@/lib/operations/limits";
import { ownAccount } from "@/lib/operations/locks";
import { mailQuota } from "@/lib/operations/mail/internal/mail-limits";
import { queueMail } from "@/lib/operations/mail/internal/queue-mail";
import { recipientAt } from "@/lib/operations/mail/internal/recipients";
import { doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Mails a code to the address that the account is to have. The answer does not tell whether somebody has it already:
 * that is told to its holder alone, who gets no code.
 */
export const startEmailChange = defineCommand({
  name: "account.start_email_change",
  input: StartEmailChange,
  access: signedIn,
  throttle: ({ actor }) => [{ what: "address_mail", by: askerOf(actor), points: 10, seconds: 3600 }],
  guesses: masterPasswordGuesses,
  prepare: ({ db, actor, input: { currentHash } }) => provenBy(db, actor, currentHash),
  locks: ({ actor }) => ownAccount(actor),
  quota: ({ input: { email } }) => mailQuota([email]),
  async run({ tx, actor, input: { email }, prepared, now }) {
    const userId = personOf(actor);
    const [account] = await tx
      .select({ passwordHash: users.passwordHash, email: users.email, locale: users.locale })
      .from(users)
      .where(eq(users.id, userId));
    const user = expectStillProven(account, prepared);
    if (user.email === email) throw new Refused("same_email");
    // A code is made for a taken address too: less work would tell that it is taken.
    const mailed = await issueMailedCode(tx, { userId, purpose: "new_address", address: email }, now);
    if (await hasAccount(tx, email)) {
      const holder = await recipientAt(tx, email);
      await queueMail(tx, holder, { kind: "account.address_in_use", at: now.toISOString() }, now);
    } else {
      const to = { email, locale: user.locale };
      await queueMail(tx, to, { kind: "account.address_code", ...mailed }, now);
    }
    return doneUnrecorded(null, "the change itself is recorded");
  },
});
