import type { Bytes } from "@/lib/crypto/types";
import { type DeviceMemory, openDeviceMemory } from "@/lib/vault/device-memory";
import { expectDamage } from "@/lib/vault/errors";
import type { Vault } from "@/lib/vault/vault";

/**
 * What a device keeps of an account for when the server is away: the account's sealed keys as the server sent them, and
 * its whole vault as the server sent it, sealed once more under the user key, so that what lies here names no client
 * and cannot be exchanged. It ends with the session.
 */
const beginning = "away ";
const keysOf = (userId: string) => `${beginning}keys ${userId}`;
const vaultOf = (userId: string) => `${beginning}vault ${userId}`;

let opened: DeviceMemory | undefined;
const ownMemory = (): DeviceMemory => {
  opened ??= openDeviceMemory();
  return opened;
};

/** Keeps the keys of an account. They open nothing without the master password. */
export const keepKeys = <Keys extends { userId: string }>(keys: Keys, memory = ownMemory()): Promise<void> =>
  memory.keep(keysOf(keys.userId), JSON.stringify(keys));

/** The keys that were kept; null where there are none. */
export async function keptKeys<Keys>(userId: string, memory = ownMemory()): Promise<Keys | null> {
  const text = await memory.recall(keysOf(userId));
  // Written by `keepKeys` and by nothing else; what they open is checked as ever.
  return text === null ? null : (JSON.parse(text) as Keys);
}

/** Keeps a vault for whoever's keys are open. */
export const keepVault = async (vault: Vault, userId: string, kept: Bytes, memory = ownMemory()) =>
  memory.keepBytes(vaultOf(userId), await vault.sealBlob("user", vaultOf(userId), kept));

/** The vault that was kept; null where there is none, or another key sealed it, or it was another account's. */
export async function keptVault(vault: Vault, userId: string, memory = ownMemory()): Promise<Bytes | null> {
  const blob = await memory.recallBytes(vaultOf(userId));
  if (!blob) return null;
  try {
    return await vault.openBlob("user", vaultOf(userId), blob);
  } catch (error) {
    expectDamage(error);
    return null;
  }
}

/** Forgets whatever was kept on this device, of every account: a session has ended. */
export async function forgetKept(memory = ownMemory()): Promise<void> {
  for (const name of await memory.names(beginning)) await memory.forget(name);
}

/** Forgets the sealed keys alone: another master password is about to open them. */
export async function forgetKeptKeys(memory: DeviceMemory): Promise<void> {
  for (const name of await memory.names(`${beginning}keys `)) await memory.forget(name);
}
