"use client";

import type { Prove } from "@/components/account/two-step-actions";
import { atField } from "@/components/forms/at-field";
import { useVaultKeeper } from "@/components/vault/vault-context";
import { vaultFailure } from "@/components/vault/vault-failure";
import type { ActionResult } from "@/lib/http/result";

/** Sends the proof of a master password that a signed-in person has typed. A wrong one stands at its field. */
export function useProveTyped(send: Prove) {
  const { vault, readKeys } = useVaultKeeper();

  return async ({ password }: { password: string }): Promise<ActionResult<unknown>> => {
    const keys = await readKeys({});
    if (!keys.ok) return keys;
    const { email, kdf } = keys.result;
    try {
      const authenticationHash = await vault.proveMasterPassword({ email, password, kdf });
      return atField(await send({ authenticationHash }), { wrong_master_password: "password" });
    } catch (error) {
      return vaultFailure(error, "password");
    }
  };
}
