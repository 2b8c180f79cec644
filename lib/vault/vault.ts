import type { VaultOfAccount } from "@/lib/vault/vault-of-account";
import type { VaultOfContents } from "@/lib/vault/vault-of-contents";
import type { VaultOfRecovery } from "@/lib/vault/vault-of-recovery";
import type { VaultOfRotation } from "@/lib/vault/vault-of-rotation";
import type { VaultOfTenants } from "@/lib/vault/vault-of-tenants";

/**
 * The questions one may ask of the holder of keys. In the browser a worker answers; in Node, for seeds and tests,
 * the same keyring in process. Every method rejects with `VaultError` (see errors.ts).
 */
export interface Vault
  extends VaultOfAccount,
    VaultOfTenants,
    VaultOfContents,
    VaultOfRotation,
    VaultOfRecovery {}
