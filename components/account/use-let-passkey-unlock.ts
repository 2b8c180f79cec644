"use client";

import type { MethodProps } from "@/components/account/method-props";
import type { TwoStepActions } from "@/components/account/two-step-actions";
import { evaluateWithPasskey } from "@/components/vault/passkey-device";
import { useVaultKeeper, useVaultState } from "@/components/vault/vault-context";
import type { ActionResult } from "@/lib/http/result";

/**
 * Lets a passkey unlock the vault: it evaluates, the open vault seals the user key under that, and the server keeps
 * what was sealed. What is evaluated leaves this device never.
 */
export function useLetPasskeyUnlock(actions: TwoStepActions, withProof: MethodProps["withProof"]) {
  const { withVault } = useVaultState();
  const { readKeys } = useVaultKeeper();

  return async (passkeyId: string): Promise<ActionResult<unknown>> => {
    const keys = await readKeys({});
    if (!keys.ok) return keys;
    return withVault(async (vault) => {
      const asked = await actions.askPasskey({ purpose: "unlock", passkeyId });
      if (!asked.ok) return asked;
      const answered = await evaluateWithPasskey(asked.result);
      if (!answered.ok) return answered;
      const { signature, evaluated } = answered.result;
      const of = { userId: keys.result.userId, credentialId: signature.id };
      const userKeyForPasskey = await vault.sealForPasskey(of, evaluated);
      return withProof(() => actions.letPasskeyUnlock({ signature, userKeyForPasskey }));
    });
  };
}
