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
 * Derives the master key in another way from now on, from the same password. It is proven first, and the user key
 * comes sealed anew. Every other session ends. Protocol chapter 5.9.
 */
export const changeKdf = defineCommand({
  name: "account.change_kdf",
  input: ChangeMasterPassword,
  access: signedIn,
  guesses: masterPasswordGuesses,
  prepare: ({ db, actor, input }) => proveAndHash(db, actor, input),
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { kdf, userKeyForAccount }, prepared, now }) {
    const changes = { ...writeKdf(kdf), userKeyForAccount };
    const { userId, holder, events } = await putUnderNewMasterKey(tx, actor, prepared, changes, now);
    await warnHolder(tx, holder, { kind: "account.kdf_changed", at: now.toISOString() }, now);
    return done(null, { type: "user.changed_kdf", userId }, ...events);
  },
});
