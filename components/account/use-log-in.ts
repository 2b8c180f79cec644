"use client";

import { deviceIdentifier } from "@/components/account/device-identifier";
import { openSession } from "@/components/vault/session-requests";
import { useVaultKeeper, useVaultState } from "@/components/vault/vault-context";
import { vaultFailure } from "@/components/vault/vault-failure";
import type { KdfSettings } from "@/lib/crypto/types";
import type { ActionResult } from "@/lib/http/result";

export type AskKdf = (input: { email: string }) => Promise<ActionResult<KdfSettings>>;

/**
 * Logs in and unlocks. The server is shown a proof of the master password, never the password. A vault whose
 * keys do not open stays locked, and the person is logged in all the same. Protocol chapter 4.1.
 */
export function useLogIn(askKdf: AskKdf) {
  const { vault, readKeys, unlocked } = useVaultKeeper();
  const { lock } = useVaultState();

  return async (typed: { email: string; password: string }): Promise<ActionResult<null>> => {
    const kdf = await askKdf({ email: typed.email });
    if (!kdf.ok) return kdf;
    // Another account may have left its vault open here.
    lock();
    let authenticationHash: string;
    try {
      authenticationHash = await vault.deriveAuthentication({ ...typed, kdf: kdf.result });
    } catch (error) {
      return vaultFailure(error, "password");
    }
    const session = await openSession({
      email: typed.email,
      authenticationHash,
      deviceIdentifier: deviceIdentifier(),
    });
    if (!session.ok) {
      lock();
      // The failure is shown at the password, which gets the focus, because it is mended there.
      const fields = { password: [{ code: "wrong_credentials" }] };
      return session.failure.code === "wrong_credentials"
        ? { ok: false, failure: { code: "invalid", fields } }
        : session;
    }
    await unlockAfterwards();
    return session;
  };

  async function unlockAfterwards() {
    try {
      const answer = await readKeys({});
      if (!answer.ok) return;
      const { userId, email: _email, kdf: _kdf, ...keys } = answer.result;
      await vault.unlockAfterSignIn(keys);
      await unlocked(userId);
    } catch {
      lock();
    }
  }
}
