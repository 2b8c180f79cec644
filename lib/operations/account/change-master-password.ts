import "server-only";
import { timingSafeEqual } from "node:crypto";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { ChangeMasterPassword } from "@/lib/domain/account/inputs";
import { signedIn } from "@/lib/operations/account/access";
import { writeKdf } from "@/lib/operations/account/internal/kdf-columns";
import { masterPasswordGuesses } from "@/lib/operations/account/internal/master-password-guesses";
import { proveAndHash, putUnderNewMasterKey } from "@/lib/operations/account/internal/new-master-key";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { warnHolder } from "@/lib/operations/mail/internal/tell";
import { done } from "@/lib/operations/outcome";

/**
 * Puts the same user key under a new master password. The old one is proven first; every other session
 * ends, and this one goes on under the account's new stamp. Protocol chapter 5.9.
 *
 * @throws {Refused} `password_unchanged` when it is the same one: a temporary password is not kept by choosing it again.
 */
export const changeMasterPassword = defineCommand({
  name: "account.change_master_password",
  input: ChangeMasterPassword,
  access: signedIn,
  worksWithTemporaryPassword: true,
  guesses: masterPasswordGuesses,
  async prepare({ db, actor, input }) {
    const proven = await proveAndHash(db, actor, input);
    // The present one is proven by now, so whatever equals its proof is the same password.
    if (isSame(input.currentHash, input.nextHash)) throw new Refused("password_unchanged");
    return proven;
  },
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

/** Takes the same time whichever bytes differ. */
const isSame = (one: AuthenticationHash, other: AuthenticationHash): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
