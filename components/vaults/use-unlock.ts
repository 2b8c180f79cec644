"use client";

import { useVault } from "@/components/vault/vault-provider";
import { isCancelled } from "@/components/vaults/organization-vault";

/** Unlocks and nothing more, for a button beside something sealed. */
export function useUnlock() {
  const { withVault } = useVault();
  return async () => {
    try {
      await withVault(async () => {});
    } catch (error) {
      if (!isCancelled(error)) throw error;
    }
  };
}
