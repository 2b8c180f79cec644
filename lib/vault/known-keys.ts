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

/** Said in a record of a key that anybody who knows a public key could have sealed. */
const unvouched = "unvouched";

/** What is remembered of a key: its digest, and whether more than its first arrival speaks for it. */
type Known = { digest: string; isVouched: boolean };

const vouchedFor = (digest: string): Known => ({ digest, isVouched: true });

/** Writes down that `subject` has the key with this digest. Nobody but the owner can make or read the record. */
export async function sealKnown(
  { userKey, owner }: Owner,
  subject: Subject,
  { digest, isVouched }: Known,
): Promise<KnownKey> {
  const text = JSON.stringify([purpose, owner, subject, digest, ...(isVouched ? [] : [unvouched])]);
  return { owner, subject, record: await sealText(subKey(userKey, purpose), text) };
}

/** Writes down a key that somebody has made or compared themselves. */
export const sealVouched = (by: Owner, subject: Subject, digest: string): Promise<KnownKey> =>
  sealKnown(by, subject, vouchedFor(digest));

/** What a record says; null if it is not a genuine one of this owner about this subject. */
export async function openKnown(
  { userKey, owner }: Owner,
  subject: Subject,
  record: string,
): Promise<Known | null> {
  try {
    const text = await openText(subKey(userKey, purpose), record as EncString);
    const [what, whose, about, digest, how] = JSON.parse(text);
    const isGenuine = what === purpose && whose === owner && about === subject;
    return isGenuine ? { digest: String(digest), isVouched: how !== unvouched } : null;
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
  /** False of one that was sealed to a public key, which says nothing of who sealed it. */
  isVouched?: boolean;
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
): Promise<KnownKey> => keepInstead(memory, by, subject, vouchedFor(digest));

/**
 * Compares a key with what this device and the server remember of its subject, and remembers it if that is
 * nothing. `known` is the record that the server lacks, or one of a key that has come after; else null. The key is
 * vouched for by how it has arrived, or by a remembered one that is and that it is, or has come after.
 *
 * @throws {VaultError} `problem` when a genuine record is about another key that it has not come after, or
 * `memory_unreadable` when what this device remembers does not open.
 */
export async function compareKnown(
  memory: DeviceMemory,
  by: Remembering,
  key: Compared,
): Promise<{ known: KnownKey | null; isVouched: boolean }> {
  const { subject, digest, served, predecessors = nothing, isVouched: byArrival = true } = key;
  const { owner } = by;
  const fits = (known: Known | null) =>
    known === null || known.digest === digest || predecessors.has(known.digest);
  const local = await recallKnown(memory, by, subject);
  const remote = served === null ? null : await openKnown(by, subject, served);
  // This device has followed, or was told by its person. A server could leave its own record out.
  const isHere = local?.digest === digest;
  if (!fits(local) || !(isHere || fits(remote))) throw new VaultError(key.problem);
  const isVouched = byArrival || local?.isVouched === true || (fits(remote) && remote?.isVouched === true);
  const now = { digest, isVouched };

  if (isHere) {
    const { record } = local.isVouched === isVouched ? local : await keepInstead(memory, by, subject, now);
    return { known: remote ? null : { owner, subject, record }, isVouched };
  }
  // The server keeps the first record for good. This device goes on with the key that has come after it.
  if (local || (remote && remote.digest !== digest)) {
    const next = await keepInstead(memory, by, subject, now);
    return { known: { ...next, cameAfter: true }, isVouched };
  }

  const isSaid = remote !== null && remote.isVouched === isVouched;
  const fresh = isSaid ? { owner, subject, record: served as EncString } : await sealKnown(by, subject, now);
  await keepKnown(memory, fresh);
  // Another tab may have remembered one meanwhile.
  if (!fits(await recallKnown(memory, by, subject))) throw new VaultError(key.problem);
  return { known: remote ? null : fresh, isVouched };
}
