"use client";

import { deviceIdentifier } from "@/components/account/device-identifier";
import { atField } from "@/components/forms/at-field";
import { openSession } from "@/components/vault/session-requests";
import { useVaultKeeper, useVaultState } from "@/components/vault/vault-context";
import { vaultFailure } from "@/components/vault/vault-failure";
import type { KdfSettings } from "@/lib/crypto/types";
import type { ActionResult } from "@/lib/http/result";

export type TypedLogIn = {
  email: string;
  password: string;
  code: string;
  /** The signature of a passkey as JSON, in the place of a code. */
  passkey: string;
  remember: boolean;
};

export type AskKdf = (input: { email: string }) => Promise<ActionResult<KdfSettings>>;

/**
 * Logs in and unlocks. The server is shown a proof of the master password, never the password. A vault whose
 * keys do not open stays locked, and the person is logged in all the same. Protocol chapter 4.1.
 *
 * @returns how to do so; with `mail`, only a code of the second step is mailed, and the answer is `code_needed`.
 */
export function useLogIn(askKdf: AskKdf) {
  const { vault, readKeys, unlocked, judgePassword } = useVaultKeeper();
  const { lock } = useVaultState();

  return async (typed: TypedLogIn, ask: "session" | "mail" = "session"): Promise<ActionResult<null>> => {
    const kdf = await askKdf({ email: typed.email });
    if (!kdf.ok) return kdf;
    // Another account may have left its vault open here.
    lock();
    let authenticationHash: string;
    try {
      const { email, password } = typed;
      authenticationHash = await vault.deriveAuthentication({ email, password, kdf: kdf.result });
    } catch (error) {
      return vaultFailure(error, "password");
    }
    const proof = { email: typed.email, authenticationHash, deviceIdentifier: deviceIdentifier() };
    const session = await openSession(
      ask === "mail"
        ? { ...proof, mail: "true" }
        : {
            ...proof,
            ...(typed.code && { code: typed.code }),
            ...(typed.passkey && { passkey: typed.passkey }),
            ...(typed.remember && { remember: "true" }),
          },
    );
    if (!session.ok) {
      lock();
      return atField(session, { wrong_credentials: "password", wrong_code: "code" });
    }
    await unlockAfterwards(typed);
    return session;
  };

  async function unlockAfterwards({ email, password }: TypedLogIn) {
    try {
      const answer = await readKeys({});
      if (!answer.ok) return;
      const { userId, email: _email, kdf: _kdf, unlocksByPasskey: _unlocks, ...keys } = answer.result;
      await vault.unlockAfterSignIn(keys);
      await unlocked(userId);
      await judgePassword(userId, { email, password });
    } catch {
      lock();
    }
  }
}
