"use client";

import { useEffect, useRef, useState } from "react";
import { evaluateWithPasskey } from "@/components/vault/passkey-device";
import { type MyKeys, useVaultKeeper } from "@/components/vault/vault-context";
import { vaultFailure } from "@/components/vault/vault-failure";
import type { ActionResult } from "@/lib/http/result";

/**
 * Unlocks the vault with the master password, or with a passkey that can. The sealed keys are fetched when the
 * question is shown, and again after a wrong password, because the password may have been changed elsewhere meanwhile.
 * `hasNobody` says that the session has ended and that a password would not open anything.
 */
export function useUnlock() {
  const { vault, readKeys, passkeyUnlock, unlocked, judgePassword } = useVaultKeeper();
  const fetched = useRef<MyKeys | null>(null);
  const [email, setEmail] = useState<string | null>(null);
  const [hasNobody, setNobody] = useState(false);
  const [hasPasskey, setPasskey] = useState(false);

  useEffect(() => {
    // If there is no answer now, the keys are fetched again when the password is sent, and a failure is shown
    // then.
    const ask = () =>
      readKeys({}).then(
        (answer) => {
          setNobody(!answer.ok && answer.failure.code === "not_signed_in");
          if (!answer.ok) return;
          fetched.current = answer.result;
          setEmail(answer.result.email);
          setPasskey(answer.result.unlocksByPasskey);
        },
        () => {},
      );
    void ask();
    // Meanwhile somebody may have logged in or out in another tab.
    window.addEventListener("focus", ask);
    return () => window.removeEventListener("focus", ask);
  }, [readKeys]);

  async function unlock({ password }: { password: string }): Promise<ActionResult<null>> {
    if (!fetched.current) {
      const answer = await readKeys({});
      if (!answer.ok) return answer;
      fetched.current = answer.result;
    }
    const { userId, email, kdf, unlocksByPasskey: _, ...keys } = fetched.current;
    try {
      await vault.unlock({ email, password, kdf }, keys);
      await unlocked(userId);
      await judgePassword(userId, { email, password });
    } catch (error) {
      fetched.current = null;
      return vaultFailure(error, "password");
    }
    return { ok: true, result: null };
  }

  /** What the passkey evaluates opens what the server keeps sealed for it, and never goes there. */
  async function unlockWithPasskey(): Promise<ActionResult<null>> {
    const asked = await passkeyUnlock.ask({ purpose: "unlock" });
    if (!asked.ok) return asked;
    const answered = await evaluateWithPasskey(asked.result);
    if (!answered.ok) return answered;
    const { signature, evaluated } = answered.result;
    const opened = await passkeyUnlock.open({ signature });
    if (!opened.ok) return opened;
    const { userId, credentialId, ...keys } = opened.result;
    try {
      await vault.unlockWithPasskey({ userId, credentialId }, evaluated, keys);
      await unlocked(userId);
    } catch (error) {
      return vaultFailure(error, "password");
    }
    return { ok: true, result: null };
  }

  return { email, hasNobody, unlock, hasPasskey, unlockWithPasskey };
}
