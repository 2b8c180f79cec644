import "server-only";
import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { MailLogInCode } from "@/lib/domain/account/inputs";
import { everyone } from "@/lib/operations/access";
import { logInGuesses } from "@/lib/operations/account/internal/log-in-guesses";
import { mailSecondStepCode } from "@/lib/operations/account/internal/mail-code";
import { verifyAuthentication } from "@/lib/operations/account/internal/password-hash";
import { methodsOf } from "@/lib/operations/account/internal/second-step-methods";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { mailQuota } from "@/lib/operations/mail/internal/mail-limits";
import { doneUnrecorded } from "@/lib/operations/outcome";

/** Mails a code for the second step of a log-in, to whoever has proven the master password. */
export const mailLogInCode = defineCommand({
  name: "account.mail_log_in_code",
  input: MailLogInCode,
  access: everyone("it is the first half of a log-in"),
  guesses: { wrong: "wrong_credentials", limits: logInGuesses },
  quota: ({ input: { email } }) => mailQuota([email]),
  async prepare({ db, input: { email, authenticationHash } }) {
    const [user] = await db
      .select({ passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.email, email));
    const proven = await verifyAuthentication(user?.passwordHash ?? null, authenticationHash);
    if (!user || !proven) throw new Refused("wrong_credentials");
    return { provenHash: user.passwordHash };
  },
  async run({ tx, input: { email }, prepared: { provenHash }, now }) {
    const [user] = await tx
      .select({ userId: users.id, locale: users.locale })
      .from(users)
      .where(and(eq(users.email, email), eq(users.passwordHash, provenHash)));
    if (!user) throw new Refused("wrong_credentials");
    if (!(await methodsOf(tx, user.userId)).includes("mail")) throw new Refused("wrong_code");
    await mailSecondStepCode(tx, { ...user, email }, "second_step", now);
    return doneUnrecorded(null, "the log-in has its event");
  },
});
