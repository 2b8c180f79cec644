import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { authenticators } from "@/db/schema/authenticators";
import { passkeys } from "@/db/schema/passkeys";
import { users } from "@/db/schema/users";
import { RemoveSecondStep } from "@/lib/domain/account/two-step";
import type { PasskeyId, UserId } from "@/lib/domain/ids";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { ownCodeQuota } from "@/lib/operations/account/internal/code-quota";
import { afterChange, beforeChange } from "@/lib/operations/account/internal/keep-two-step";
import { expectSecondStep } from "@/lib/operations/account/internal/second-step";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { ownOrganizations } from "@/lib/operations/organization/internal/own-organizations";
import { done } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/**
 * Takes one method away: with the last one, two-step login is off. A passkey that is gone unlocks nothing either, and
 * organizations that require a second step revoke whoever has none left.
 */
export const removeSecondStep = defineCommand({
  name: "account.remove_second_step",
  input: RemoveSecondStep,
  access: recentlyProven(signedIn),
  locks: async ({ tx, actor }) => [...ownAccount(actor), ...(await ownOrganizations(tx, actor))],
  quota: ({ actor }) => ownCodeQuota(personOf(actor)),
  async run({ tx, actor, input: { what, ...shown }, now }) {
    const userId = personOf(actor);
    await expectSecondStep(tx, { userId, sessionId: sessionOf(actor) }, shown, now);
    const before = await beforeChange(tx, userId);
    if (!(await takeAway(tx, userId, what))) throw new NotFound();
    const { events } = await afterChange(tx, userId, before, now);
    return done(null, ...events);
  },
});

async function takeAway(
  tx: Tx,
  userId: UserId,
  what: "authenticator" | "mail" | PasskeyId,
): Promise<boolean> {
  if (what === "mail") {
    const off = await tx
      .update(users)
      .set({ codesByMail: false })
      .where(and(eq(users.id, userId), eq(users.codesByMail, true)))
      .returning({ id: users.id });
    return off.length > 0;
  }
  const gone =
    what === "authenticator"
      ? await tx
          .delete(authenticators)
          .where(eq(authenticators.userId, userId))
          .returning({ id: authenticators.userId })
      : await tx
          .delete(passkeys)
          .where(and(eq(passkeys.userId, userId), eq(passkeys.id, what)))
          .returning({ id: passkeys.id });
  return gone.length > 0;
}
