import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64 } from "@/lib/crypto/base64";
import { utf8 } from "@/lib/crypto/bytes";
import { isWeakerKdf } from "@/lib/crypto/kdf-floor";
import type { KdfSettings } from "@/lib/crypto/types";
import type { DeviceMemory } from "@/lib/vault/device-memory";
import { VaultError } from "@/lib/vault/errors";

type Derivation = { email: string; kdf: KdfSettings };

/** The digest of the address, so that the device keeps no list of addresses. */
const nameOf = (email: string) => `kdf ${toBase64(sha256(utf8(email.trim().toLowerCase())))}`;

async function recallKdf(memory: DeviceMemory, email: string): Promise<KdfSettings | null> {
  const text = await memory.recall(nameOf(email));
  // Written by `rememberKdf` and by nothing else.
  return text === null ? null : (JSON.parse(text) as KdfSettings);
}

/**
 * To be asked before anything is hashed.
 *
 * @throws {VaultError} `weaker_kdf` when this device has opened the account with stronger settings.
 */
export async function expectNoWeakerKdf(memory: DeviceMemory, { email, kdf }: Derivation): Promise<void> {
  const known = await recallKdf(memory, email);
  if (known && isWeakerKdf(kdf, known)) throw new VaultError("weaker_kdf");
}

/** Remembers the settings that an account was opened with. */
export const rememberKdf = (memory: DeviceMemory, { email, kdf }: Derivation): Promise<void> =>
  memory.keep(nameOf(email), JSON.stringify(kdf));
