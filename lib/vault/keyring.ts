import { openDeviceMemory } from "@/lib/vault/device-memory";
import { makeHolding } from "@/lib/vault/holding";
import { accountOf } from "@/lib/vault/keyring-of-account";
import { contentsOf } from "@/lib/vault/keyring-of-contents";
import { recoveryOf } from "@/lib/vault/keyring-of-recovery";
import { rotationOf } from "@/lib/vault/keyring-of-rotation";
import { tenantsOf } from "@/lib/vault/keyring-of-tenants";
import type { Vault } from "@/lib/vault/vault";

/** A vault in this process: the one a browser's worker serves, and the one of seeds and tests. */
export function makeKeyring(memory = openDeviceMemory()): Vault {
  const holding = makeHolding(memory);
  return {
    ...accountOf(holding),
    ...tenantsOf(holding),
    ...contentsOf(holding),
    ...rotationOf(holding),
    ...recoveryOf(holding),
  };
}
