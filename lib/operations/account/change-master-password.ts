import "server-only";
import { ChangeMasterPassword } from "@/lib/domain/account/inputs";
import { signedIn } from "@/lib/operations/account/access";
import { writeKdf } from "@/lib/operations/account/internal/kdf-columns";
import { masterPasswordGuesses } from "@/lib/operations/account/internal/master-password-guesses";
import { proveAndHash, putUnderNewMasterKey } from "@/lib/operations/account/internal/new-master-key";
import { defineCommand } from "@/lib/operations/command";
import { ownAccount } from "@/lib/operations/locks";
import { warnHolder } from "@/lib/operations/mail/internal/tell";
import { done } from "@/lib/operations/outcome";

/**
 * Puts the same user key under a new master password. The old one is proven first; every other session
 * ends, and this one goes on under the account's new stamp. Protocol chapter 5.9.
 */
export const changeMasterPassword = defineCommand({
  name: "account.change_master_password",
  input: ChangeMasterPassword,
  access: signedIn,
  worksWithTemporaryPassword: true,
  guesses: masterPasswordGuesses,
  prepare: ({ db, actor, input }) => proveAndHash(db, actor, input),
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { kdf, userKeyForAccount }, prepared, now }) {
    const changes = { ...writeKdf(kdf), userKeyForAccount, mustChangePassword: false };
    const { userId, holder, wasTemporary, events } = await putUnderNewMasterKey(
      tx,
      actor,
      prepared,
      changes,
      now,
    );
    await warnHolder(tx, holder, { kind: "account.password_changed", at: now.toISOString() }, now);
    const type = wasTemporary ? "user.replaced_temporary_password" : "user.changed_password";
    return done(null, { type, userId }, ...events);
  },
});
