import "server-only";
import { z } from "zod";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { recentlyProven } from "@/lib/operations/account/internal/recently-proven";
import { makeRecoveryCodes, shownRecoveryCode } from "@/lib/operations/account/internal/recovery-code";
import { authenticatorOf, replaceRecoveryCodes } from "@/lib/operations/account/internal/second-step";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";

/** Makes fresh recovery codes. The former ones work no more, and these are answered once. */
export const renewRecoveryCodes = defineCommand({
  name: "account.renew_recovery_codes",
  input: z.object({}),
  access: recentlyProven(signedIn),
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor }) {
    const userId = personOf(actor);
    if (!(await authenticatorOf(tx, userId))) throw new NotFound();
    const codes = makeRecoveryCodes();
    await replaceRecoveryCodes(tx, userId, codes);
    return done({ recoveryCodes: codes.map(shownRecoveryCode) }, { type: "user.changed_two_step", userId });
  },
});
