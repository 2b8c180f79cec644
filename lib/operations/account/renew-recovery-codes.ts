import "server-only";
import { WithSecondStep } from "@/lib/domain/account/two-step";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { ownCodeQuota } from "@/lib/operations/account/internal/code-quota";
import { issueRecoveryCodes } from "@/lib/operations/account/internal/keep-two-step";
import { expectSecondStep } from "@/lib/operations/account/internal/second-step";
import { defineCommand } from "@/lib/operations/command";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/** Makes fresh recovery codes. The former ones work no more, and these are answered once. */
export const renewRecoveryCodes = defineCommand({
  name: "account.renew_recovery_codes",
  input: WithSecondStep,
  access: recentlyProven(signedIn),
  locks: ({ actor }) => ownAccount(actor),
  quota: ({ actor }) => ownCodeQuota(personOf(actor)),
  async run({ tx, actor, input, now }) {
    const userId = personOf(actor);
    await expectSecondStep(tx, { userId, sessionId: sessionOf(actor) }, input, now);
    const recoveryCodes = await issueRecoveryCodes(tx, userId);
    return done({ recoveryCodes }, { type: "user.changed_two_step", userId });
  },
});
