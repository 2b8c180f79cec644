import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/users";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { isStaff } from "@/lib/operations/account/internal/is-staff";
import { mailSecondStepCode } from "@/lib/operations/account/internal/mail-code";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { ownMailQuota } from "@/lib/operations/own-mail-quota";
import { recentlyProven } from "@/lib/operations/recently-proven";

/**
 * Mails a first code, to see that codes arrive.
 *
 * @throws {Refused} `not_for_staff` for people of providers: whoever reads their mail could enter all their clients.
 */
export const startMailedCodes = defineCommand({
  name: "account.start_mailed_codes",
  input: z.object({}),
  access: recentlyProven(signedIn),
  locks: ({ actor }) => ownAccount(actor),
  quota: ownMailQuota,
  async run({ tx, actor, now }) {
    const userId = personOf(actor);
    if (await isStaff(tx, userId)) throw new Refused("not_for_staff");
    const [user] = await tx
      .select({ email: users.email, locale: users.locale, codesByMail: users.codesByMail })
      .from(users)
      .where(eq(users.id, userId));
    if (!user) throw new NotFound();
    if (user.codesByMail) throw new Refused("two_step_is_on");
    await mailSecondStepCode(tx, { userId, ...user }, "second_step_set_up", now);
    return doneUnrecorded({ email: user.email }, "nothing is asked for yet");
  },
});
