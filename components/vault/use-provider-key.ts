"use client";

import { type AskProviderKey, holdProviderKey } from "@/components/vault/hold-key";
import { sealing } from "@/components/vault/sealing";
import { useVault } from "@/components/vault/vault-provider";
import type { ActionResult } from "@/lib/http/result";
import type { Vault } from "@/lib/vault/vault";

/**
 * Acts with the provider's key in the vault, which is unlocked in place first where it is locked. It throws
 * `Cancelled` when the person does not want to unlock.
 */
export function useProviderKey(providerId: string, askKey: AskProviderKey) {
  const { withVault } = useVault();
  return <Made>(act: (vault: Vault) => Promise<Made>): Promise<ActionResult<Made>> =>
    sealing(
      withVault(async (vault) => {
        await holdProviderKey(vault, providerId, askKey);
        return act(vault);
      }),
    );
}
