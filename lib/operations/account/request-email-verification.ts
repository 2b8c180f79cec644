import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/users";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { askerOf } from "@/lib/operations/limits";
import { linkOf } from "@/lib/operations/links";
import { queueMail } from "@/lib/operations/mail/internal/queue-mail";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { ownMailQuota } from "@/lib/operations/own-mail-quota";
import { issueToken } from "@/lib/operations/token/internal/issue-token";

/** Sends the signed-in person a link. Following it proves their address. */
export const requestEmailVerification = defineCommand({
  name: "account.request_email_verification",
  input: z.object({}),
  access: signedIn,
  throttle: ({ actor }) => [{ what: "verification_mail", by: askerOf(actor), points: 5, seconds: 3600 }],
  quota: ownMailQuota,
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
