"use client";

import { isCancelled } from "@/components/vault/use-organization-key";
import { useVault } from "@/components/vault/vault-provider";

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
