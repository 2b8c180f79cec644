import "server-only";
import { eq } from "drizzle-orm";
import { authenticators } from "@/db/schema/authenticators";
import { ConfirmAuthenticator } from "@/lib/domain/account/two-step";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { ownCodeQuota } from "@/lib/operations/account/internal/code-quota";
import { afterChange, beforeChange } from "@/lib/operations/account/internal/keep-two-step";
import { expectStepThatIsThere } from "@/lib/operations/account/internal/second-step";
import { takeTotp } from "@/lib/operations/account/internal/take-code";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/**
 * Adds the authenticator app with its first code. Where it is the account's first second step, the recovery codes are
 * answered: now, and never again. Otherwise it takes a second step that is there already.
 *
 * @throws {Refused} `wrong_app_code` when the app shows other codes, for instance because a clock is wrong, or because
 *   the second step took too long.
 */
export const confirmAuthenticator = defineCommand({
  name: "account.confirm_authenticator",
  input: ConfirmAuthenticator,
  access: recentlyProven(signedIn),
  locks: ({ actor }) => ownAccount(actor),
  quota: ({ actor }) => ownCodeQuota(personOf(actor)),
  async run({ tx, actor, input: { code, secondStep }, now }) {
    const userId = personOf(actor);
    const [begun] = await tx
      .select({ sealedSecret: authenticators.sealedSecret, confirmedAt: authenticators.confirmedAt })
      .from(authenticators)
      .where(eq(authenticators.userId, userId));
    if (!begun) throw new NotFound();
    if (begun.confirmedAt) throw new Refused("two_step_is_on");
    const before = await beforeChange(tx, userId);
    if (!(await takeTotp(tx, userId, begun, code, now))) throw new Refused("wrong_app_code");
    await expectStepThatIsThere(tx, { userId, sessionId: sessionOf(actor) }, secondStep, now);
    await tx.update(authenticators).set({ confirmedAt: now }).where(eq(authenticators.userId, userId));
    const { recoveryCodes, events } = await afterChange(tx, userId, before, now);
    return done({ recoveryCodes }, ...events);
  },
});
