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

/** How many characters are sealed at a time: meanwhile, the vault answers other questions. */
const partSize = 100_000;

/**
 * Keeps the vault of whoever's keys are open. Each part says whose it is, of which text and where it stands there, so that
 * none can be put in the place of another.
 */
export async function keepVault(
  vault: Vault,
  userId: string,
  kept: object,
  memory = ownMemory(),
): Promise<void> {
  // A part may end between the halves of a character, which must not be lost.
  const text = JSON.stringify(kept).replace(/[\u0080-\uffff]/g, escaped);
  const count = Math.ceil(text.length / partSize);
  const head = headOf(userId, crypto.randomUUID(), count);
  const parts: EncString[] = [];
  for (let part = 0; part < count; part++) {
    const piece = text.slice(part * partSize, (part + 1) * partSize);
    parts.push(...(await vault.sealTexts("user", [`${head} ${part}\n${piece}`])));
  }
  await memory.keep(vaultOf(userId), parts.join("\n"));
}

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

const headOf = (userId: string, textId: string, count: number) => `${userId} ${textId} ${count}`;

/** The vault that was kept; null where there is none, or another key sealed it. */
export async function keptVault<Kept>(
  vault: Vault,
  userId: string,
  memory = ownMemory(),
): Promise<Kept | null> {
  const sealed = (await memory.recall(vaultOf(userId)))?.split("\n") as EncString[] | undefined;
  if (!sealed) return null;
  const parts = await vault.openTexts("user", sealed);
  const textId = parts[0]?.split(" ", 2)[1] ?? "";
  const head = headOf(userId, textId, sealed.length);
  const pieces = parts.map((text, part) => {
    const beginning = `${head} ${part}\n`;
    return text?.startsWith(beginning) ? text.slice(beginning.length) : null;
  });
  return pieces.includes(null) ? null : (JSON.parse(pieces.join("")) as Kept);
}

/** Forgets whatever was kept on this device, of every account: a session has ended. */
export async function forgetKept(memory = ownMemory()): Promise<void> {
  for (const name of await memory.names(beginning)) await memory.forget(name);
}

/** Forgets the sealed keys alone: another master password is about to open them. */
export async function forgetKeptKeys(memory: DeviceMemory): Promise<void> {
  for (const name of await memory.names(`${beginning}keys `)) await memory.forget(name);
}
