"use client";

import { Cancelled } from "@/components/forms/cancelled";
import { useVault } from "@/components/vault/vault-provider";

/** Unlocks and nothing more, for a button beside something sealed. */
export function useUnlockInPlace() {
  const { withVault } = useVault();
  return async () => {
    try {
      await withVault(async () => {});
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    }
  };
}
