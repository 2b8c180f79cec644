"use client";

import type { z } from "zod";
import { atField } from "@/components/forms/at-field";
import { useVaultKeeper } from "@/components/vault/vault-context";
import { vaultFailure } from "@/components/vault/vault-failure";
import type { ChangeMasterPassword } from "@/lib/domain/account/inputs";
import { defaultKdf, KdfSettings } from "@/lib/domain/kdf";
import type { ActionResult } from "@/lib/http/result";

export type ChangePasswordAction = (
  input: z.input<typeof ChangeMasterPassword>,
) => Promise<ActionResult<null>>;

/** Proves the current password, seals the same user key under the new one, and stores it. Protocol chapter 5.9. */
export function useChangePassword(change: ChangePasswordAction) {
  const { vault, readKeys } = useVaultKeeper();

  return async (typed: { current: string; password: string }): Promise<ActionResult<null>> => {
    const answer = await readKeys({});
    if (!answer.ok) return answer;
    const { email, kdf: currentKdf, userKeyForAccount } = answer.result;
    // Settings that are still allowed stay, because somebody may have chosen them. Weaker ones are replaced by
    // the usual ones.
    const kdf = KdfSettings.safeParse(currentKdf).data ?? defaultKdf;
    try {
      const sealed = await vault.changeMasterKey(
        { email, password: typed.current, kdf: currentKdf },
        { email, password: typed.password, kdf },
        userKeyForAccount,
      );
      return atField(await change({ ...sealed, kdf }), { password_unchanged: "password" });
    } catch (error) {
      return vaultFailure(error, "current");
    }
  };
}
