import { toBase64 } from "@/lib/crypto/base64";
import { concatBytes, randomBytes } from "@/lib/crypto/bytes";
import type { Bytes } from "@/lib/crypto/types";
import { compactForm } from "@/lib/domain/item/compact";
import { type DeviceMemory, openDeviceMemory } from "@/lib/vault/device-memory";
import { expectDamage } from "@/lib/vault/errors";
import { forgetPage } from "@/lib/vault/kept-page";
import { noteForgotten, unlessForgotten } from "@/lib/vault/unless-forgotten";
import type { Vault } from "@/lib/vault/vault";

/**
 * What a device keeps of an account for when the server is away: the account's sealed keys as the server sent them, and
 * its whole vault as it was opened, its secrets sealed as ever, all of it sealed once more under the user key, so that
 * what lies here names no client and cannot be exchanged. It ends with the session.
 */
const beginning = "away ";
const keysOf = (userId: string) => `${beginning}keys ${userId}`;
// What another release has kept in another form is not found.
const [vaults, bodies] = [`${beginning}vault `, `${beginning}bodies `];
const vaultOf = (userId: string) => `${vaults}${compactForm} ${userId}`;
const bodiesOf = (userId: string) => `${bodies}${compactForm} ${userId}`;
const pairSize = 16;
const aboutBodies = (userId: string, pair: Uint8Array) => `${bodiesOf(userId)} ${toBase64(pair)}`;

let opened: DeviceMemory | undefined;
/** The memory of this page. */
export const ownMemory = (): DeviceMemory => {
  opened ??= openDeviceMemory();
  return opened;
};

/** Keeps the keys of an account. They open nothing without the master password. */
export const keepKeys = <Keys extends { userId: string }>(keys: Keys, memory = ownMemory()): Promise<void> =>
  unlessForgotten(
    () => memory.keep(keysOf(keys.userId), JSON.stringify(keys)),
    () => memory.forget(keysOf(keys.userId)),
  );

/** The keys that were kept; null where there are none. */
export async function keptKeys<Keys>(userId: string, memory = ownMemory()): Promise<Keys | null> {
  const text = await memory.recall(keysOf(userId));
  // Written by `keepKeys` and by nothing else; what they open is checked as ever.
  return text === null ? null : (JSON.parse(text) as Keys);
}

/** A vault in two pieces: what is read first, and the larger rest. */
type Kept = { head: Bytes; bodies: Bytes };

/**
 * Keeps a vault for whoever's keys are open. Both pieces say which other they belong to.
 *
 * @param make puts it together, which takes long: somebody else may have logged in by the end.
 */
export const keepVault = (
  vault: Vault,
  userId: string,
  make: () => Promise<Kept>,
  memory = ownMemory(),
): Promise<void> =>
  unlessForgotten(
    async () => putBy(vault, userId, await make(), memory),
    () => forgetVault(userId, memory),
  );

async function putBy(vault: Vault, userId: string, kept: Kept, memory: DeviceMemory): Promise<void> {
  const pair = randomBytes(pairSize);
  const rest = await vault.sealBlob("user", aboutBodies(userId, pair), kept.bodies);
  const head = await vault.sealBlob("user", vaultOf(userId), concatBytes(pair, kept.head));
  // Before, so that there is room.
  await forgetOtherForms(userId, memory);
  await memory.keepBytes([
    [bodiesOf(userId), rest],
    [vaultOf(userId), head],
  ]);
  // It was locked meanwhile, perhaps by a log-out in another tab, which has forgotten what was there before.
  if (!(await vault.holds("user"))) await forgetVault(userId, memory);
}

/** What other releases have kept of the account: this one does not read it. */
async function forgetOtherForms(userId: string, memory: DeviceMemory): Promise<void> {
  const pieces = [...(await memory.names(vaults)), ...(await memory.names(bodies))];
  const present = [vaultOf(userId), bodiesOf(userId)];
  for (const name of pieces)
    if (name.endsWith(` ${userId}`) && !present.includes(name)) await memory.forget(name);
}

/**
 * The head of the vault that was kept; null where there is none, or another key sealed it, or it was another account's.
 * The rest is read meanwhile, and is null where it is not the rest of this one.
 */
export async function keptVault(
  vault: Vault,
  userId: string,
  memory = ownMemory(),
): Promise<{ head: Bytes; bodies: Promise<Bytes | null> } | null> {
  const [first, rest] = memory.recallBytes(vaultOf(userId), bodiesOf(userId));
  const blob = await first;
  if (!blob || !rest) return null;
  const opened = await opensTo(vault, vaultOf(userId), blob);
  if (!opened) return null;
  const about = aboutBodies(userId, opened.subarray(0, pairSize));
  const opening = rest.then((found) => found && opensTo(vault, about, found));
  // It is waited for once the head is read.
  opening.catch(() => {});
  return { head: opened.slice(pairSize), bodies: opening };
}

async function opensTo(vault: Vault, about: string, blob: Bytes): Promise<Bytes | null> {
  try {
    return await vault.openBlob("user", about, blob);
  } catch (error) {
    expectDamage(error);
    return null;
  }
}

/** Forgets a vault that was kept. */
export async function forgetVault(userId: string, memory = ownMemory()): Promise<void> {
  for (const name of [vaultOf(userId), bodiesOf(userId)]) await memory.forget(name);
}

/** Forgets whatever was kept on this device, of every account: a session has ended. */
export async function forgetKept(memory = ownMemory()): Promise<void> {
  noteForgotten();
  await forgetPage();
  for (const name of await memory.names(beginning)) await memory.forget(name);
}

/** Forgets the sealed keys alone: another master password is about to open them. */
export async function forgetKeptKeys(memory = ownMemory()): Promise<void> {
  for (const name of await memory.names(`${beginning}keys `)) await memory.forget(name);
}
