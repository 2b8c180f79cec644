import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { ConfirmMailedCodes } from "@/lib/domain/account/two-step";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { shownCodeQuota } from "@/lib/operations/account/internal/code-quota";
import { isStaff } from "@/lib/operations/account/internal/is-staff";
import { afterChange, beforeChange } from "@/lib/operations/account/internal/keep-two-step";
import { mailedCodeQuota, takeMailedCode } from "@/lib/operations/account/internal/mailed-code";
import { expectStepThatIsThere } from "@/lib/operations/account/internal/second-step";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";
import { provesAddress } from "@/lib/operations/token/internal/addressee-of";

/**
 * Adds codes by mail as a second step, with the first one, which proves the address too. It takes a second step that is
 * there already, where there is one.
 */
export const confirmMailedCodes = defineCommand({
  name: "account.confirm_mailed_codes",
  input: ConfirmMailedCodes,
  access: recentlyProven(signedIn),
  locks: ({ actor }) => ownAccount(actor),
  quota: ({ actor, input: { secondStep } }) => [
    ...mailedCodeQuota(personOf(actor)),
    ...shownCodeQuota(personOf(actor), secondStep),
  ],
  async run({ tx, actor, input: { code, secondStep }, now }) {
    const userId = personOf(actor);
    if (await isStaff(tx, userId)) throw new Refused("not_for_staff");
    const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
    if (!user) throw new NotFound();
    const mailed = { userId, purpose: "second_step_set_up", address: user.email } as const;
    if (!(await takeMailedCode(tx, mailed, code, now))) throw new Refused("wrong_mailed_code");
    await expectStepThatIsThere(tx, { userId, sessionId: sessionOf(actor) }, secondStep, now);
    const before = await beforeChange(tx, userId);
    await tx.update(users).set({ codesByMail: true }).where(eq(users.id, userId));
    await provesAddress(tx, userId, now);
    const { recoveryCodes, events } = await afterChange(tx, userId, before, now);
    return done({ recoveryCodes }, ...events);
  },
});
