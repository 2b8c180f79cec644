import { subKey } from "@/lib/crypto/sub-key";
import { openText, sealText } from "@/lib/crypto/symmetric";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";
import type { DeviceMemory } from "@/lib/vault/device-memory";
import type { VaultProblem } from "@/lib/vault/errors";
import { VaultError } from "@/lib/vault/errors";
import type { KnownKey, Subject } from "@/lib/vault/vault";

const purpose = "trousseau known key v1";

/** Whose record it is: the digest of the account's public key, and what it is sealed under. */
type Owner = { userKey: SymmetricKey; owner: string };

/** Writes down that `subject` has the key with this digest. Nobody but the owner can make or read the record. */
export async function sealKnown(
  { userKey, owner }: Owner,
  subject: Subject,
  digest: string,
): Promise<KnownKey> {
  const text = JSON.stringify([purpose, owner, subject, digest]);
  return { owner, subject, record: await sealText(subKey(userKey, purpose), text) };
}

/** The digest in a record; null if the record is not a genuine one of this owner about this subject. */
export async function openKnown(
  { userKey, owner }: Owner,
  subject: Subject,
  record: string,
): Promise<string | null> {
  try {
    const text = await openText(subKey(userKey, purpose), record as EncString);
    const [what, whose, about, digest] = JSON.parse(text);
    return what === purpose && whose === owner && about === subject ? String(digest) : null;
  } catch {
    return null;
  }
}

const nameOf = (owner: string, subject: Subject) => `${owner} ${subject}`;

/** Remembers a record on this device. One that was there before stays. */
export const keepKnown = (memory: DeviceMemory, { owner, subject, record }: KnownKey): Promise<string> =>
  memory.keepFirst(nameOf(owner, subject), record);

type Compared = {
  subject: Subject;
  digest: string;
  served: EncString | null;
  problem: VaultProblem;
  /** Digests of keys that the compared one is proven to have come after. */
  predecessors?: ReadonlySet<string>;
};

const nothing: ReadonlySet<string> = new Set();

type Asked = Pick<Compared, "subject" | "digest" | "served">;

/** The digests in genuine records about `subject`: on this device, and as it is served. */
async function digestsKnown(memory: DeviceMemory, by: Owner, { subject, served }: Asked): Promise<string[]> {
  const digests: string[] = [];
  for (const record of [await memory.recall(nameOf(by.owner, subject)), served]) {
    const known = record === null ? null : await openKnown(by, subject, record);
    if (known !== null) digests.push(known);
  }
  return digests;
}

/** The digest in a genuine record about `subject` that is not this one; or null. */
export const otherKnown = async (memory: DeviceMemory, by: Owner, asked: Asked): Promise<string | null> =>
  (await digestsKnown(memory, by, asked)).find((known) => known !== asked.digest) ?? null;

/** Whether a genuine record about `subject` is of this very key. */
export const isAmongKnown = async (memory: DeviceMemory, by: Owner, asked: Asked): Promise<boolean> =>
  (await digestsKnown(memory, by, asked)).includes(asked.digest);

/** Writes a record about `subject` on this device, whatever was remembered before. */
export async function replaceKnown(
  memory: DeviceMemory,
  by: Owner,
  subject: Subject,
  digest: string,
): Promise<KnownKey> {
  const known = await sealKnown(by, subject, digest);
  await memory.keep(nameOf(by.owner, subject), known.record);
  return known;
}

/**
 * Compares a key with what this device and the server remember of its subject, and remembers it if that is
 * nothing. Answers the record that the server lacks, or one of a key that has come after; else null.
 *
 * @throws {VaultError} `problem` when a genuine record is about another key that it has not come after.
 */
export async function compareKnown(memory: DeviceMemory, by: Owner, key: Compared): Promise<KnownKey | null> {
  const { subject, digest, served, predecessors = nothing } = key;
  const expectSame = (known: string | null) => {
    if (known !== null && known !== digest && !predecessors.has(known)) throw new VaultError(key.problem);
    return known;
  };
  const servedDigest = served === null ? null : expectSame(await openKnown(by, subject, served));
  const isServed = servedDigest !== null;
  const local = await memory.recall(nameOf(by.owner, subject));
  const localDigest = local === null ? null : expectSame(await openKnown(by, subject, local));
  if (localDigest === digest)
    return isServed ? null : { owner: by.owner, subject, record: local as EncString };
  // The server keeps the first record for good. This device goes on with the key that has come after it.
  if (localDigest !== null || (isServed && servedDigest !== digest)) {
    const next = await sealKnown(by, subject, digest);
    await memory.keep(nameOf(by.owner, subject), next.record);
    return { ...next, cameAfter: true };
  }

  const fresh = isServed
    ? { owner: by.owner, subject, record: served as EncString }
    : await sealKnown(by, subject, digest);
  if (local === null) {
    // Another tab may have remembered one meanwhile.
    expectSame(await openKnown(by, subject, await keepKnown(memory, fresh)));
  } else await memory.keep(nameOf(by.owner, subject), fresh.record);
  return isServed ? null : fresh;
}
