import type { EncString } from "@/lib/crypto/types";
import { type DeviceMemory, openDeviceMemory } from "@/lib/vault/device-memory";
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

/** Keeps the vault of whoever's keys are open. */
export async function keepVault(
  vault: Vault,
  userId: string,
  kept: object,
  memory = ownMemory(),
): Promise<void> {
  const [sealed] = await vault.sealTexts("user", [JSON.stringify({ userId, kept })]);
  if (sealed) await memory.keep(vaultOf(userId), sealed);
}

/** The vault that was kept; null where there is none, or another key sealed it. */
export async function keptVault<Kept>(
  vault: Vault,
  userId: string,
  memory = ownMemory(),
): Promise<Kept | null> {
  const sealed = await memory.recall(vaultOf(userId));
  if (sealed === null) return null;
  const [text] = await vault.openTexts("user", [sealed as EncString]);
  if (!text) return null;
  const found = JSON.parse(text) as { userId: string; kept: Kept };
  return found.userId === userId ? found.kept : null;
}

/** Forgets whatever was kept on this device, of every account: a session has ended. */
export async function forgetKept(memory = ownMemory()): Promise<void> {
  for (const name of await memory.names(beginning)) await memory.forget(name);
}

/** Forgets the sealed keys alone: another master password is about to open them. */
export async function forgetKeptKeys(memory: DeviceMemory): Promise<void> {
  for (const name of await memory.names(`${beginning}keys `)) await memory.forget(name);
}
