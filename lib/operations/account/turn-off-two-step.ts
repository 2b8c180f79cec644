import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { authenticators } from "@/db/schema/authenticators";
import { users } from "@/db/schema/users";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { recentlyProven } from "@/lib/operations/account/internal/recently-proven";
import { forgetDevices } from "@/lib/operations/account/internal/remembered-device";
import { replaceRecoveryCodes } from "@/lib/operations/account/internal/second-step";
import { defineCommand } from "@/lib/operations/command";
import { ownAccount } from "@/lib/operations/locks";
import { warnHolder } from "@/lib/operations/mail/internal/tell";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/** Asks nobody for a code any more, and tells the account's holder. */
export const turnOffTwoStep = defineCommand({
  name: "account.turn_off_two_step",
  input: z.object({}),
  access: recentlyProven(signedIn),
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, now }) {
    const userId = personOf(actor);
    const gone = await tx
      .delete(authenticators)
      .where(eq(authenticators.userId, userId))
      .returning({ confirmedAt: authenticators.confirmedAt });
    await replaceRecoveryCodes(tx, userId, []);
    await forgetDevices(tx, userId);
    if (!gone[0]?.confirmedAt) return doneUnrecorded(null, "it was off already");
    const [user] = await tx
      .select({ email: users.email, locale: users.locale })
      .from(users)
      .where(eq(users.id, userId));
    if (user) await warnHolder(tx, user, { kind: "account.two_step_off", at: now.toISOString() }, now);
    return done(null, { type: "user.turned_off_two_step", userId });
  },
});
