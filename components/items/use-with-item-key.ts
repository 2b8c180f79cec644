"use client";

import { useCallback } from "react";
import type { ItemActions } from "@/components/items/item";
import { holdOrganizationKey } from "@/components/vault/hold-key";
import { sealing } from "@/components/vault/sealing";
import { useVault } from "@/components/vault/vault-provider";
import type { Vault } from "@/lib/vault/vault";

/** Work with a vault that holds the key of an item's owner. */
export type WithItemKey = <Made>(act: (vault: Vault) => Promise<Made>) => ReturnType<typeof sealing<Made>>;

/** Hands out, for an owner of items, what works with their key. */
export function useWithItemKey(
  getKey: ItemActions["getKey"],
): (organizationId: string | null) => WithItemKey {
  const { withVault } = useVault();
  return useCallback(
    (organizationId) => (act) =>
      sealing(
        withVault(async (vault) => {
          if (organizationId) await holdOrganizationKey(vault, organizationId, getKey);
          return act(vault);
        }),
      ),
    [withVault, getKey],
  );
}
