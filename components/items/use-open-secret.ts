"use client";

import { type ItemRow, keyOfOwner } from "@/components/items/item";
import { useVault } from "@/components/vault/vault-provider";
import type { StillSealed } from "@/lib/vault/item";
import { openSecret } from "@/lib/vault/open-items";

/**
 * Opens a secret of an item when somebody asks for it. It rejects with `Cancelled` when they do not want to
 * unlock, and with a `VaultError` when it cannot be opened.
 */
export function useOpenSecret({ organizationId, sealed }: Pick<ItemRow, "organizationId" | "sealed">) {
  const { withVault } = useVault();
  return (secret: StillSealed): Promise<string> =>
    withVault((vault) => openSecret(vault, keyOfOwner(organizationId), sealed.key, secret));
}
