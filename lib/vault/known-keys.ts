import { subKey } from "@/lib/crypto/sub-key";
import { openText, sealText } from "@/lib/crypto/symmetric";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";
import type { DeviceMemory } from "@/lib/vault/device-memory";
import type { VaultProblem } from "@/lib/vault/errors";
import { expectDamage, VaultError } from "@/lib/vault/errors";
import type { KnownKey, Subject } from "@/lib/vault/vault";

const purpose = "trousseau known key v1";

/** Whose record it is: the digest of the account's public key, and what it is sealed under. */
type Owner = { userKey: SymmetricKey; owner: string };

/** The same with the account's former user keys, under which a device may have sealed what it remembers. */
type Remembering = Owner & { formerUserKeys: readonly SymmetricKey[] };

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

/**
 * What this device remembers of `subject`; null if that is nothing. A record under a former user key is sealed anew.
 *
 * A record that is there and does not open is not nothing: a server that could have it count as none would only have to
 * replace the user key, or leave out what leads to the former one.
 *
 * @throws {VaultError} `memory_unreadable`
 */
async function recallKnown(
  memory: DeviceMemory,
  by: Remembering,
  subject: Subject,
): Promise<{ digest: string; record: EncString } | null> {
  const record = await memory.recall(nameOf(by.owner, subject));
  if (record === null) return null;
  const digest = await openKnown(by, subject, record);
  if (digest !== null) return { digest, record: record as EncString };
  const former = await digestUnderFormer(by, subject, record);
  if (former === null) throw new VaultError("memory_unreadable");
  return { digest: former, record: (await replaceKnown(memory, by, subject, former)).record };
}

async function digestUnderFormer(by: Remembering, subject: Subject, record: string): Promise<string | null> {
  for (const userKey of by.formerUserKeys) {
    const digest = await openKnown({ userKey, owner: by.owner }, subject, record);
    if (digest !== null) return digest;
  }
  return null;
}

/** Forgets the records of this account on this device that do not open. Answers how many there were. */
export async function forgetUnreadable(memory: DeviceMemory, by: Remembering): Promise<number> {
  const beginning = nameOf(by.owner, "" as Subject);
  let forgotten = 0;
  for (const name of await memory.names(beginning)) {
    const subject = name.slice(beginning.length) as Subject;
    const isReadable = await recallKnown(memory, by, subject).then(
      () => true,
      (error: unknown) => {
        expectDamage(error);
        return false;
      },
    );
    if (isReadable) continue;
    await memory.forget(name);
    forgotten++;
  }
  return forgotten;
}

/** The digests in genuine records about `subject`: on this device, and as it is served. */
async function digestsKnown(
  memory: DeviceMemory,
  by: Remembering,
  { subject, served }: Asked,
): Promise<string[]> {
  const local = await recallKnown(memory, by, subject);
  const known = [local?.digest ?? null, served === null ? null : await openKnown(by, subject, served)];
  return known.filter((digest) => digest !== null);
}

/** The digest in a genuine record about `subject` that is not this one; or null. */
export const otherKnown = async (
  memory: DeviceMemory,
  by: Remembering,
  asked: Asked,
): Promise<string | null> =>
  (await digestsKnown(memory, by, asked)).find((known) => known !== asked.digest) ?? null;

/** Whether a genuine record about `subject` is of this very key. */
export const isAmongKnown = async (memory: DeviceMemory, by: Remembering, asked: Asked): Promise<boolean> =>
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
 * @throws {VaultError} `problem` when a genuine record is about another key that it has not come after, or
 * `memory_unreadable` when what this device remembers does not open.
 */
export async function compareKnown(
  memory: DeviceMemory,
  by: Remembering,
  key: Compared,
): Promise<KnownKey | null> {
  const { subject, digest, served, predecessors = nothing } = key;
  const expectSame = (known: string | null) => {
    if (known !== null && known !== digest && !predecessors.has(known)) throw new VaultError(key.problem);
    return known;
  };
  const local = await recallKnown(memory, by, subject);
  const servedDigest = served === null ? null : await openKnown(by, subject, served);
  const isServed = servedDigest !== null;
  // This device has followed, or was told by its person. A server could leave its own record out.
  if (local?.digest === digest) return isServed ? null : { owner: by.owner, subject, record: local.record };
  expectSame(servedDigest);
  expectSame(local?.digest ?? null);
  // The server keeps the first record for good. This device goes on with the key that has come after it.
  if (local !== null || (isServed && servedDigest !== digest)) {
    const next = await sealKnown(by, subject, digest);
    await memory.keep(nameOf(by.owner, subject), next.record);
    return { ...next, cameAfter: true };
  }

  const fresh = isServed
    ? { owner: by.owner, subject, record: served as EncString }
    : await sealKnown(by, subject, digest);
  await keepKnown(memory, fresh);
  // Another tab may have remembered one meanwhile.
  expectSame((await recallKnown(memory, by, subject))?.digest ?? null);
  return isServed ? null : fresh;
}
