import { subKey } from "@/lib/crypto/sub-key";
import { openText, sealText } from "@/lib/crypto/symmetric";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";
import type { DeviceMemory } from "@/lib/vault/device-memory";
import type { VaultProblem } from "@/lib/vault/errors";
import { expectDamage, VaultError } from "@/lib/vault/errors";
import type { KnownKey, ProviderKeyRef, Subject } from "@/lib/vault/served";

const purpose = "trousseau known key v1";

/** Whose record it is: the digest of the account's public key, and what it is sealed under. */
type Owner = { userKey: SymmetricKey; owner: string };

/** The same with the account's former user keys, under which a device may have sealed what it remembers. */
type Remembering = Owner & { formerUserKeys: readonly SymmetricKey[] };

/**
 * How an organization's key has come to this account: made by it, sealed to it as to a member, or from under the key of
 * this provider. Anybody who knows a public key can seal one to it: a key that was handed over has come by none of these.
 */
export type Way = "own" | "member" | ProviderKeyRef;

const isWay = (said: unknown): said is Way =>
  said === "own" || said === "member" || (typeof said === "string" && said.startsWith("provider:"));

/** What is remembered of a key: its digest, and by which ways it, or one that it has come after, has come. */
type Known = { digest: string; ways: ReadonlySet<Way> };

/** Writes down that `subject` has the key with this digest. Nobody but the owner can make or read the record. */
export async function sealKnown(
  { userKey, owner }: Owner,
  subject: Subject,
  { digest, ways }: Known,
): Promise<KnownKey> {
  const text = JSON.stringify([purpose, owner, subject, digest, ...ways]);
  return { owner, subject, record: await sealText(subKey(userKey, purpose), text) };
}

/** Writes down a key that somebody has made or compared themselves. `way` is for an organization's. */
export const sealOwn = (by: Owner, subject: Subject, digest: string, ...way: Way[]): Promise<KnownKey> =>
  sealKnown(by, subject, { digest, ways: new Set(way) });

/**
 * What a record says; null if it is not a genuine one of this owner about this subject. One from before records named
 * ways names none.
 */
export async function openKnown(
  { userKey, owner }: Owner,
  subject: Subject,
  record: string,
): Promise<Known | null> {
  try {
    const text = await openText(subKey(userKey, purpose), record as EncString);
    const [what, whose, about, digest, ...ways] = JSON.parse(text);
    const isGenuine = what === purpose && whose === owner && about === subject;
    return isGenuine ? { digest: String(digest), ways: new Set(ways.filter(isWay)) } : null;
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
  /** By which ways it comes now. */
  ways?: readonly Way[];
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
): Promise<(Known & { record: EncString }) | null> {
  const record = await memory.recall(nameOf(by.owner, subject));
  if (record === null) return null;
  const known = await openKnown(by, subject, record);
  if (known !== null) return { ...known, record: record as EncString };
  const former = await openUnderFormer(by, subject, record);
  if (former === null) throw new VaultError("memory_unreadable");
  return { ...former, record: (await keepInstead(memory, by, subject, former)).record };
}

async function openUnderFormer(by: Remembering, subject: Subject, record: string): Promise<Known | null> {
  for (const userKey of by.formerUserKeys) {
    const known = await openKnown({ userKey, owner: by.owner }, subject, record);
    if (known !== null) return known;
  }
  return null;
}

async function keepInstead(
  memory: DeviceMemory,
  by: Owner,
  subject: Subject,
  known: Known,
): Promise<KnownKey> {
  const sealed = await sealKnown(by, subject, known);
  await memory.keep(nameOf(by.owner, subject), sealed.record);
  return sealed;
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
  const known = [local, served === null ? null : await openKnown(by, subject, served)];
  return known.flatMap((each) => each?.digest ?? []);
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
export const replaceKnown = (
  memory: DeviceMemory,
  by: Owner,
  subject: Subject,
  digest: string,
): Promise<KnownKey> => keepInstead(memory, by, subject, { digest, ways: new Set() });

/**
 * Compares a key with what this device and the server remember of its subject, and remembers it if that is
 * nothing. `known` is the record that the server lacks, or one of a key that has come after; else null. `ways` are those by
 * which it comes now, and those of a remembered one that it is, or has come after.
 *
 * @throws {VaultError} `problem` when a genuine record is about another key that it has not come after, or
 * `memory_unreadable` when what this device remembers does not open.
 */
export async function compareKnown(
  memory: DeviceMemory,
  by: Remembering,
  key: Compared,
): Promise<{ known: KnownKey | null; ways: ReadonlySet<Way> }> {
  const { subject, digest, served, predecessors = nothing } = key;
  const { owner } = by;
  const fits = (known: Known | null) =>
    known === null || known.digest === digest || predecessors.has(known.digest);
  const local = await recallKnown(memory, by, subject);
  const remote = served === null ? null : await openKnown(by, subject, served);
  // This device has followed, or was told by its person. A server could leave its own record out.
  const isHere = local?.digest === digest;
  if (!fits(local) || !(isHere || fits(remote))) throw new VaultError(key.problem);
  const ways = new Set([
    ...(key.ways ?? []),
    ...(local?.ways ?? []),
    ...(fits(remote) ? (remote?.ways ?? []) : []),
  ]);
  const now = { digest, ways };

  if (isHere) {
    const { record } = local.ways.size === ways.size ? local : await keepInstead(memory, by, subject, now);
    return { known: remote ? null : { owner, subject, record }, ways };
  }
  // The server keeps the first record for good. This device goes on with the key that has come after it.
  if (local || (remote && remote.digest !== digest)) {
    const next = await keepInstead(memory, by, subject, now);
    return { known: { ...next, cameAfter: true }, ways };
  }

  const isSaid = remote !== null && remote.ways.size === ways.size;
  const fresh = isSaid ? { owner, subject, record: served as EncString } : await sealKnown(by, subject, now);
  await keepKnown(memory, fresh);
  // Another tab may have remembered one meanwhile.
  if (!fits(await recallKnown(memory, by, subject))) throw new VaultError(key.problem);
  return { known: remote ? null : fresh, ways };
}
