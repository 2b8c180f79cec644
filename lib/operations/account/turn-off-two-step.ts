import "server-only";
import { eq } from "drizzle-orm";
import { authenticators } from "@/db/schema/authenticators";
import { passkeys } from "@/db/schema/passkeys";
import { users } from "@/db/schema/users";
import { WithSecondStep } from "@/lib/domain/account/two-step";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { ownCodeQuota } from "@/lib/operations/account/internal/code-quota";
import { afterChange, beforeChange } from "@/lib/operations/account/internal/keep-two-step";
import { expectSecondStep } from "@/lib/operations/account/internal/second-step";
import { defineCommand } from "@/lib/operations/command";
import { ownAccount } from "@/lib/operations/locks";
import { ownOrganizations } from "@/lib/operations/organization/internal/own-organizations";
import { done } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/**
 * Turns the second step off with a last one of it, whatever methods there are, and tells the account's holder.
 * Organizations that require it revoke them.
 */
export const turnOffTwoStep = defineCommand({
  name: "account.turn_off_two_step",
  input: WithSecondStep,
  access: recentlyProven(signedIn),
  locks: async ({ tx, actor }) => [...ownAccount(actor), ...(await ownOrganizations(tx, actor))],
  quota: ({ actor }) => ownCodeQuota(personOf(actor)),
  async run({ tx, actor, input, now }) {
    const userId = personOf(actor);
    await expectSecondStep(tx, { userId, sessionId: sessionOf(actor) }, input, now);
    const before = await beforeChange(tx, userId);
    await tx.delete(authenticators).where(eq(authenticators.userId, userId));
    await tx.delete(passkeys).where(eq(passkeys.userId, userId));
    await tx.update(users).set({ codesByMail: false }).where(eq(users.id, userId));
    const { events } = await afterChange(tx, userId, before, now);
    return done(null, ...events);
  },
});
