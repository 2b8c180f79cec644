import { fromBase64, toBase64 } from "@/lib/crypto/base64";
import { isText } from "@/lib/crypto/bytes";
import { keyDigest } from "@/lib/crypto/digest";
import { parseEncString } from "@/lib/crypto/enc-string";
import { openAll } from "@/lib/crypto/open-all";
import { subKey } from "@/lib/crypto/sub-key";
import { openBytes, openText, sealAll, sealBytes, sealText } from "@/lib/crypto/symmetric";
import { asSymmetricKey, makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { Bytes, EncString, SymmetricKey } from "@/lib/crypto/types";
import { VaultError } from "@/lib/vault/errors";
import type { NextKeyRef, RotatedRef, Succession } from "@/lib/vault/served";

const purposeOfKey = "trousseau next key v2";
const purposeOfPredecessor = "trousseau former key v1";
const purposeOfProof = "trousseau key succession v1";

/** Which rotation it is, what is rotated, and the key that is replaced. */
type Replaced = { ref: NextKeyRef; of: RotatedRef; present: SymmetricKey };

const saying = ({ ref, of, present }: Replaced) => [purposeOfKey, ref, of, keyDigest(present)];

/**
 * Seals the next key for whoever rotates, under a key derived from their user key. Nobody else can make one, so what is
 * taken up again after a reload is the key that was made. It says which key it replaces, so that one whose rotation is
 * over is not taken up again.
 */
export const sealNextKey = (
  userKey: SymmetricKey,
  replaced: Replaced,
  next: SymmetricKey,
): Promise<EncString> =>
  sealText(subKey(userKey, purposeOfKey), JSON.stringify([...saying(replaced), toBase64(next)]));

/** Throws `CannotOpen`, `MalformedCiphertext`, or `VaultError` when it was sealed to replace something else. */
export async function openNextKey(
  userKey: SymmetricKey,
  replaced: Replaced,
  sealed: EncString,
): Promise<SymmetricKey> {
  const said: unknown[] = JSON.parse(await openText(subKey(userKey, purposeOfKey), sealed));
  const expected = saying(replaced);
  if (expected.some((each, i) => said[i] !== each)) throw new VaultError("cannot_open");
  return asSymmetricKey(fromBase64(String(said[expected.length])));
}

/**
 * Says, under the key that is replaced, which one comes after it; and gives that one's holders the former key. Both are
 * under keys derived for this alone: what opens under the next key itself could be served as the key of an item.
 */
export async function succeed(ref: string, from: SymmetricKey, next: SymmetricKey): Promise<Succession> {
  const text = JSON.stringify([purposeOfProof, ref, keyDigest(next)]);
  return {
    predecessor: await sealBytes(subKey(next, purposeOfPredecessor), from),
    proof: await sealText(subKey(from, purposeOfProof), text),
  };
}

/** The keys that `key` has come after, latest first, as far as each says so itself. */
export async function formerKeys(
  ref: string,
  key: SymmetricKey,
  successions: readonly Succession[],
): Promise<SymmetricKey[]> {
  const former: SymmetricKey[] = [];
  const left = [...successions];
  for (let i = 0; i < left.length; ) {
    const before = await keyBefore(ref, former.at(-1) ?? key, left[i] as Succession);
    if (before === null) {
      i++;
      continue;
    }
    former.push(before);
    left.splice(i, 1);
    i = 0;
  }
  return former;
}

/** The key that `key` comes after, if this says so; null for what proves nothing. */
async function keyBefore(
  ref: string,
  key: SymmetricKey,
  { predecessor, proof }: Succession,
): Promise<SymmetricKey | null> {
  try {
    const former = asSymmetricKey(await openBytes(subKey(key, purposeOfPredecessor), predecessor));
    const [what, about, next] = JSON.parse(await openText(subKey(former, purposeOfProof), proof));
    return what === purposeOfProof && about === ref && next === keyDigest(key) ? former : null;
  } catch {
    return null;
  }
}

/** The digests of the keys that `key` has come after. */
export const predecessorsOf = async (
  ref: string,
  key: SymmetricKey,
  successions: readonly Succession[],
): Promise<ReadonlySet<string>> => new Set((await formerKeys(ref, key, successions)).map(keyDigest));

/**
 * Texts opened under one key and sealed under another, in order; null for one that does not open, or is none. Bytes that
 * are no text may be a key, which would be carried over to where somebody who knows it is not to read any more.
 */
export async function resealAll(
  from: SymmetricKey,
  to: SymmetricKey,
  texts: readonly EncString[],
): Promise<(EncString | null)[]> {
  const opened = openAll(from, texts.map(partsOrNull)).map((plain) =>
    plain && isText(plain) ? plain : null,
  );
  const sealed = await sealAll(
    to,
    opened.filter((plain) => plain !== null),
  );
  let at = 0;
  return opened.map((plain) => (plain ? (sealed[at++] ?? null) : null));
}

/** An item's key and what is under it: texts, and the keys of its files. */
export type ItemTexts = { key: EncString; texts: EncString[]; keys?: EncString[] };

/** Items sealed anew, each under a fresh key of its own; null for one of which any part does not open. */
export async function resealItems(
  from: SymmetricKey,
  to: SymmetricKey,
  items: readonly ItemTexts[],
): Promise<(ItemTexts | null)[]> {
  const keys = openAll(
    from,
    items.map(({ key }) => partsOrNull(key)),
  ).map(keyOrNull);
  const fresh = items.map(() => makeSymmetricKey());
  const sealedKeys = await sealAll(to, fresh);
  return Promise.all(
    items.map(async ({ texts, keys: ofFiles = [] }, i) => {
      const [before, after, key] = [keys[i], fresh[i], sealedKeys[i]];
      if (!before || !after || !key) return null;
      const sealed = await resealAll(before, after, texts);
      const whole = sealed.filter((text) => text !== null);
      if (whole.length !== texts.length) return null;
      const files = openAll(before, ofFiles.map(partsOrNull)).map(keyOrNull);
      const ofAll = files.filter((file) => file !== null);
      if (ofAll.length !== ofFiles.length) return null;
      return { key, texts: whole, ...(ofAll.length > 0 && { keys: await sealAll(after, ofAll) }) };
    }),
  );
}

function partsOrNull(text: EncString) {
  try {
    return parseEncString(text);
  } catch {
    return null;
  }
}

function keyOrNull(plain: Bytes | null): SymmetricKey | null {
  try {
    return plain && asSymmetricKey(plain);
  } catch {
    return null;
  }
}
