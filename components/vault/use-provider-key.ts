"use client";

import { vaultProblem } from "@/components/vault/vault-failure";
import { useVault } from "@/components/vault/vault-provider";
import type { ActionResult } from "@/lib/http/result";
import { VaultError } from "@/lib/vault/errors";
import { openProviderKey } from "@/lib/vault/open-provider";
import type { ServedProviderKey, Vault } from "@/lib/vault/vault";

export type AskProviderKey = (input: { providerId: string }) => Promise<ActionResult<ServedProviderKey>>;

/** Whether the person closed the unlock dialog: nothing happened then, and nothing is to be said. */
export const isCancelled = (error: unknown) => error instanceof Error && error.name === "UnlockCancelled";

/**
 * Acts with the provider key in the vault, which is unlocked in place first where it is locked. Answers what
 * went wrong as a failure. Throws an `AbortError` when the person does not want to unlock.
 */
export function useProviderKey(providerId: string, askKey: AskProviderKey) {
  const { withVault } = useVault();

  return async <Result>(act: (vault: Vault) => Promise<Result>): Promise<ActionResult<Result>> => {
    try {
      return await withVault(async (vault): Promise<ActionResult<Result>> => {
        if (!(await vault.holds(`provider:${providerId}`))) {
          const key = await askKey({ providerId });
          if (!key.ok) return key;
          await openProviderKey(vault, providerId, key.result);
        }
        return { ok: true, result: await act(vault) };
      });
    } catch (error) {
      if (isCancelled(error)) throw new DOMException("not unlocked", "AbortError");
      const failure = error instanceof VaultError ? vaultProblem(error) : ({ code: "unreachable" } as const);
      return { ok: false, failure };
    }
  };
}
