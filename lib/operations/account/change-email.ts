import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import { ChangeEmail } from "@/lib/domain/account/inputs";
import type { UserId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { shownCodeQuota } from "@/lib/operations/account/internal/code-quota";
import { hasAccount } from "@/lib/operations/account/internal/has-account";
import { mailedCodeQuota, takeMailedCode } from "@/lib/operations/account/internal/mailed-code";
import { masterPasswordGuesses } from "@/lib/operations/account/internal/master-password-guesses";
import { proveAndHash, putUnderNewMasterKey } from "@/lib/operations/account/internal/new-master-key";
import { expectStepThatIsThere } from "@/lib/operations/account/internal/second-step";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { warnHolder } from "@/lib/operations/mail/internal/tell";
import { done } from "@/lib/operations/outcome";

/**
 * Gives the account another address, which the code has proven. The address is the salt of the master key, so the
 * user key comes sealed anew. Every other session ends, and both addresses are told. The database renames the rows
 * of memberships. It takes the second step, where the account has one: codes by mail go to the new address from then on.
 * Protocol chapter 5.9.
 *
 * @throws {Refused} `email_taken` when somebody else has come to have the address since the code was sent.
 */
export const changeEmail = defineCommand({
  name: "account.change_email",
  input: ChangeEmail,
  access: signedIn,
  guesses: masterPasswordGuesses,
  prepare: ({ db, actor, input }) => proveAndHash(db, actor, input),
  locks: ({ actor }) => ownAccount(actor),
  quota: ({ actor, input: { secondStep } }) => [
    ...mailedCodeQuota(personOf(actor)),
    ...shownCodeQuota(personOf(actor), secondStep),
  ],
  async run({ tx, actor, input: { email, code, secondStep, userKeyForAccount }, prepared, now }) {
    const mailed = { userId: personOf(actor), purpose: "new_address", address: email } as const;
    if (!(await takeMailedCode(tx, mailed, code, now))) throw new Refused("wrong_mailed_code");
    const who = { userId: mailed.userId, sessionId: sessionOf(actor) };
    await expectStepThatIsThere(tx, who, secondStep, now);
    if (await hasAccount(tx, email)) throw new Refused("email_taken", { email });

    const changes = {
      email,
      emailVerifiedAt: now,
      userKeyForAccount,
      ...(await namedByAddress(tx, mailed.userId, email)),
    };
    const { userId, holder, events } = await putUnderNewMasterKey(tx, actor, prepared, changes, now);
    const at = now.toISOString();
    await warnHolder(tx, holder, { kind: "account.email_changed", at, address: email }, now);
    const there = { ...holder, email };
    await warnHolder(tx, there, { kind: "account.email_is_here", at, address: holder.email }, now);
    const details = { from: holder.email, to: email };
    return done({ email }, { type: "user.changed_email", userId, details }, ...events);
  },
});

/** Whoever has no name is sorted and found by the address. */
async function namedByAddress(tx: Tx, userId: UserId, email: string) {
  const [user] = await tx.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return user?.name ? {} : { sortName: sortKey(email) };
}
