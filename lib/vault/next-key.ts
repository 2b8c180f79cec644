import { fromBase64, toBase64 } from "@/lib/crypto/base64";
import { keyDigest } from "@/lib/crypto/digest";
import { parseEncString } from "@/lib/crypto/enc-string";
import { openAll } from "@/lib/crypto/open-all";
import { subKey } from "@/lib/crypto/sub-key";
import { openBytes, openText, sealAll, sealBytes, sealText } from "@/lib/crypto/symmetric";
import { asSymmetricKey, makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { Bytes, EncString, SymmetricKey } from "@/lib/crypto/types";
import { VaultError } from "@/lib/vault/errors";
import type { Succession } from "@/lib/vault/vault";

const purposeOfKey = "trousseau next key v1";
const purposeOfProof = "trousseau key succession v1";

/**
 * Seals the next key of `subject` for whoever rotates it, under a key derived from their user key. Nobody else can
 * make one, so what is taken up again after a reload is the key that was made.
 */
export const sealNextKey = (userKey: SymmetricKey, subject: string, next: SymmetricKey): Promise<EncString> =>
  sealText(subKey(userKey, purposeOfKey), JSON.stringify([purposeOfKey, subject, toBase64(next)]));

/** Throws `CannotOpen`, `MalformedCiphertext`, or `VaultError` when it was sealed for something else. */
export async function openNextKey(
  userKey: SymmetricKey,
  subject: string,
  sealed: EncString,
): Promise<SymmetricKey> {
  const [what, about, key] = JSON.parse(await openText(subKey(userKey, purposeOfKey), sealed));
  if (what !== purposeOfKey || about !== subject) throw new VaultError("cannot_open");
  return asSymmetricKey(fromBase64(key));
}

/** Says, under the key that is replaced, which one comes after it; and gives that one's holders the former key. */
export async function succeed(ref: string, from: SymmetricKey, next: SymmetricKey): Promise<Succession> {
  const text = JSON.stringify([purposeOfProof, ref, keyDigest(next)]);
  return {
    predecessor: await sealBytes(next, from),
    proof: await sealText(subKey(from, purposeOfProof), text),
  };
}

/** The digests of the keys that `key` has come after, one after the other, as far as each says so itself. */
export async function predecessorsOf(
  ref: string,
  key: SymmetricKey,
  successions: readonly Succession[],
): Promise<ReadonlySet<string>> {
  const digests = new Set<string>();
  let present = key;
  try {
    for (const { predecessor, proof } of successions) {
      const former = asSymmetricKey(await openBytes(present, predecessor));
      const [what, about, next] = JSON.parse(await openText(subKey(former, purposeOfProof), proof));
      if (what !== purposeOfProof || about !== ref || next !== keyDigest(present)) break;
      digests.add(keyDigest(former));
      present = former;
    }
  } catch {
    // What does not open proves nothing, and neither does what comes after it.
  }
  return digests;
}

/** Texts opened under one key and sealed under another, in order; null for one that does not open. */
export async function resealAll(
  from: SymmetricKey,
  to: SymmetricKey,
  texts: readonly EncString[],
): Promise<(EncString | null)[]> {
  const opened = openAll(from, texts.map(partsOrNull));
  const sealed = await sealAll(
    to,
    opened.filter((plain) => plain !== null),
  );
  let at = 0;
  return opened.map((plain) => (plain ? (sealed[at++] ?? null) : null));
}

/** An item's key and texts, of which each is under that key. */
export type ItemTexts = { key: EncString; texts: EncString[] };

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
    items.map(async ({ texts }, i) => {
      const [before, after, key] = [keys[i], fresh[i], sealedKeys[i]];
      if (!before || !after || !key) return null;
      const sealed = await resealAll(before, after, texts);
      const whole = sealed.filter((text) => text !== null);
      return whole.length === texts.length ? { key, texts: whole } : null;
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
