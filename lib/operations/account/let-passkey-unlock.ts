import "server-only";
import { eq } from "drizzle-orm";
import { passkeys } from "@/db/schema/passkeys";
import { LetPasskeyUnlock } from "@/lib/domain/account/passkey";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { takeSignature } from "@/lib/operations/account/internal/passkey";
import { warnAccount } from "@/lib/operations/account/internal/warn-account";
import { defineCommand } from "@/lib/operations/command";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/**
 * Lets a passkey unlock the vault: keeps the user key as the browser has sealed it under what the passkey evaluates.
 * The passkey signs for it, with its person verified, as it will have to for each unlocking.
 */
export const letPasskeyUnlock = defineCommand({
  name: "account.let_passkey_unlock",
  input: LetPasskeyUnlock,
  access: recentlyProven(signedIn),
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { signature, userKeyForPasskey }, now }) {
    const userId = personOf(actor);
    const bound = { userId, purpose: "unlock", at: sessionOf(actor) } as const;
    const { id } = await takeSignature(tx, bound, signature, now);
    await tx.update(passkeys).set({ userKeyForPasskey, evaluates: true }).where(eq(passkeys.id, id));
    await warnAccount(tx, userId, { kind: "account.passkey_unlocks", at: now.toISOString() }, now);
    return done(null, { type: "user.changed_two_step", userId });
  },
});
