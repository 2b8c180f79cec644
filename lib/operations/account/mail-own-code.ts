import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/users";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { mailSecondStepCode } from "@/lib/operations/account/internal/mail-code";
import { methodsOf } from "@/lib/operations/account/internal/second-step-methods";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { ownMailQuota } from "@/lib/operations/own-mail-quota";

/** Mails a code to somebody who is logged in, for a change of the second step itself. */
export const mailOwnCode = defineCommand({
  name: "account.mail_own_code",
  input: z.object({}),
  access: signedIn,
  locks: ({ actor }) => ownAccount(actor),
  quota: ownMailQuota,
  async run({ tx, actor, now }) {
    const userId = personOf(actor);
    const [user] = await tx
      .select({ email: users.email, locale: users.locale })
      .from(users)
      .where(eq(users.id, userId));
    if (!user || !(await methodsOf(tx, userId)).includes("mail")) throw new NotFound();
    await mailSecondStepCode(tx, { userId, ...user }, "second_step", now);
    return doneUnrecorded({ email: user.email }, "what the code is used for has its own event");
  },
});
