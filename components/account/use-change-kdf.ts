"use client";

import type { z } from "zod";
import { useVaultKeeper } from "@/components/vault/vault-context";
import { vaultFailure } from "@/components/vault/vault-failure";
import type { KdfSettings } from "@/lib/crypto/types";
import type { ChangeMasterPassword } from "@/lib/domain/account/inputs";
import type { ActionResult } from "@/lib/http/result";

export type ChangeKdfAction = (input: z.input<typeof ChangeMasterPassword>) => Promise<ActionResult<null>>;

/** Proves the password, derives its master key anew with the chosen settings, and seals the same user key under it. */
export function useChangeKdf(change: ChangeKdfAction) {
  const { vault, readKeys } = useVaultKeeper();

  return async (typed: { kdf: KdfSettings; password: string }): Promise<ActionResult<null>> => {
    const answer = await readKeys({});
    if (!answer.ok) return answer;
    const { email, kdf: currentKdf, userKeyForAccount } = answer.result;
    const { kdf, password } = typed;
    try {
      const sealed = await vault.changeMasterKey(
        { email, password, kdf: currentKdf },
        { email, password, kdf },
        userKeyForAccount,
      );
      const changed = await change({ ...sealed, kdf });
      if (changed.ok) await vault.rememberDerivation({ email, kdf });
      return changed;
    } catch (error) {
      return vaultFailure(error, "password");
    }
  };
}
