"use client";

import { Cancelled } from "@/components/forms/cancelled";
import { useVault } from "@/components/vault/vault-provider";

/** Unlocks and nothing more, for a button beside something sealed. It answers whether the vault is open now. */
export function useUnlockInPlace() {
  const { withVault } = useVault();
  return async (): Promise<boolean> => {
    try {
      await withVault(async () => {});
      return true;
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      return false;
    }
  };
}
