import "server-only";
import { eq } from "drizzle-orm";
import { authenticators } from "@/db/schema/authenticators";
import { WithCode } from "@/lib/domain/account/two-step";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { ownCodeQuota } from "@/lib/operations/account/internal/code-quota";
import { forgetDevices } from "@/lib/operations/account/internal/remembered-device";
import { dropRecoveryCodes, expectCode } from "@/lib/operations/account/internal/second-step";
import { warnAccount } from "@/lib/operations/account/internal/warn-account";
import { defineCommand } from "@/lib/operations/command";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/** Turns the second step off, with a last code of it, and tells the account's holder. */
export const turnOffTwoStep = defineCommand({
  name: "account.turn_off_two_step",
  input: WithCode,
  access: recentlyProven(signedIn),
  locks: ({ actor }) => ownAccount(actor),
  quota: ({ actor }) => ownCodeQuota(personOf(actor)),
  async run({ tx, actor, input: { code }, now }) {
    const userId = personOf(actor);
    await expectCode(tx, userId, code, now);
    await tx.delete(authenticators).where(eq(authenticators.userId, userId));
    await dropRecoveryCodes(tx, userId);
    await forgetDevices(tx, userId);
    await warnAccount(tx, userId, { kind: "account.two_step_off", at: now.toISOString() }, now);
    return done(null, { type: "user.turned_off_two_step", userId });
  },
});
