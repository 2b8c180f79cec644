import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/users";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { askerOf } from "@/lib/operations/limits";
import { linkOf } from "@/lib/operations/links";
import { ownAccount } from "@/lib/operations/locks";
import { mailQuota } from "@/lib/operations/mail/internal/mail-limits";
import { queueMail } from "@/lib/operations/mail/internal/queue-mail";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanced } from "@/lib/operations/revision/internal/advance";
import { addresseeOf } from "@/lib/operations/token/internal/addressee-of";
import { lockToken, spendToken } from "@/lib/operations/token/internal/find-token";
import { issueToken } from "@/lib/operations/token/internal/issue-token";

/** Sends the signed-in person a link that proves their address. */
export const requestEmailVerification = defineCommand({
  name: "account.request_email_verification",
  input: z.object({}),
  access: signedIn,
  throttle: ({ actor }) => [{ what: "verification_mail", by: askerOf(actor), points: 5, seconds: 3600 }],
  async quota({ tx, actor }) {
    const own = await tx
      .select({ email: users.email })
      .from(users)
      .where(eq(users.id, personOf(actor)));
    return mailQuota(own.map(({ email }) => email));
  },
  async run({ tx, actor, now }) {
    const userId = personOf(actor);
    const [user] = await tx
      .select({ email: users.email, locale: users.locale, verified: users.emailVerifiedAt })
      .from(users)
      .where(eq(users.id, userId));
    if (!user || user.verified) return doneUnrecorded(null, "it is verified already");
    const token = await issueToken(tx, { purpose: "email_verification", email: user.email, userId }, now);
    await queueMail(tx, user, { kind: "account.verify_email", link: linkOf(token) }, now);
    return doneUnrecorded(null, "only the verification itself is worth keeping");
  },
});

/**
 * Marks an address as proven by its link.
 *
 * @throws {Refused} `email_does_not_match` when another account is signed in than the link was sent for.
 */
export const verifyEmail = defineCommand({
  name: "account.verify_email",
  input: z.object({ token: z.string().max(100) }),
  access: signedIn,
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input, now }) {
    const token = await lockToken(tx, input.token, ["email_verification"], now);
    const { userId, email } = await addresseeOf(tx, token, actor);
    if (token.userId !== userId) throw new Refused("link_unknown");
    await tx
      .update(users)
      .set({ emailVerifiedAt: now, revisedAt: now, accountRevisedAt: advanced(users.accountRevisedAt) })
      .where(and(eq(users.id, userId), eq(users.email, email)));
    await spendToken(tx, token.id, now);
    return done(null, { type: "user.verified_email", userId });
  },
});
