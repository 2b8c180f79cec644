import { publicKeyDigest } from "@/lib/crypto/digest";
import type { PublicKey, SymmetricKey } from "@/lib/crypto/types";
import type { DeviceMemory } from "@/lib/vault/device-memory";
import { formerKeys, succeed } from "@/lib/vault/next-key";
import type { Succession } from "@/lib/vault/served";

const nameOf = (owner: string) => `successions ${owner}`;
const refOf = (owner: string) => `account:${owner}`;

async function recallSuccessions(memory: DeviceMemory, owner: string): Promise<Succession[]> {
  const text = await memory.recall(nameOf(owner));
  // Written by `succeedUserKey` and by nothing else.
  return text === null ? [] : (JSON.parse(text) as Succession[]);
}

/**
 * Says which user key comes after the present one. This device keeps it too, so that what it remembers opens after the
 * switch whatever the server serves. Of a switch that never comes, it opens nothing.
 */
export async function succeedUserKey(
  memory: DeviceMemory,
  owner: string,
  from: SymmetricKey,
  next: SymmetricKey,
): Promise<Succession> {
  const succession = await succeed(refOf(owner), from, next);
  const before = await recallSuccessions(memory, owner);
  await memory.keep(nameOf(owner), JSON.stringify([succession, ...before]));
  return succession;
}

/** The account's former user keys, latest first, as far as what is served and what this device keeps lead to them. */
export async function formerUserKeys(
  memory: DeviceMemory,
  { userKey, publicKey }: { userKey: SymmetricKey; publicKey: PublicKey },
  served: readonly Succession[],
): Promise<SymmetricKey[]> {
  const owner = publicKeyDigest(publicKey);
  return formerKeys(refOf(owner), userKey, [...served, ...(await recallSuccessions(memory, owner))]);
}
