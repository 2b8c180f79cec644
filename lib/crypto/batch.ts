import * as inScript from "@/lib/crypto/batch-in-script";
import { type Answers, asks, type Batch, batchOf, openMany } from "@/lib/crypto/open-many";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";

/** Texts by whatever names the caller has for them. */
export type Named<Text> = Record<string, Text>;

/** An item's own key, which texts to open under it, and which to check without opening them. */
export type SealedTexts = { key: EncString; open: Named<EncString>; check: Named<EncString> };

/**
 * What was opened, null where a text cannot be, and the names of those that would not open; or the fact that the
 * item's key does not open.
 */
export type OpenedTexts = { ok: true; texts: Named<string | null>; broken: string[] } | { ok: false };

// A byte order mark is part of what somebody sealed, so it stays.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const failed: OpenedTexts = { ok: false };

/** Opens many texts under one key. One that cannot be opened is null, and spoils none of the others. */
export function openTexts(key: SymmetricKey, texts: readonly EncString[]): (string | null)[] {
  const answers = openMany(key, batchOf(texts, new Uint8Array(texts.length).fill(asks.open)));
  if (!answers) return inScript.openTexts(key, texts);
  const next = reader(answers);
  return texts.map(() => next());
}

/** Opens many items, each with a key of its own sealed under `key`. */
export const openItems = (key: SymmetricKey, items: readonly SealedTexts[]): OpenedTexts[] =>
  readAnswers(items, openBatch(key, batchOfItems(items)));

/** The question about many items, as it crosses to a worker. */
export function batchOfItems(items: readonly SealedTexts[]): Batch {
  const texts: string[] = [];
  const wanted: number[] = [];
  for (const item of items) {
    texts.push(item.key);
    wanted.push(asks.itemKey);
    for (const text of Object.values(item.open)) {
      texts.push(text);
      wanted.push(asks.open);
    }
    for (const text of Object.values(item.check)) {
      texts.push(text);
      wanted.push(asks.check);
    }
  }
  return batchOf(texts, Uint8Array.from(wanted));
}

/** Answers it, in bytes that can be handed over. */
export const openBatch = (key: SymmetricKey, batch: Batch): Answers =>
  openMany(key, batch) ?? inScript.openBatch(key, batch);

/** What the answers to a question about these items say of each. */
export function readAnswers(items: readonly SealedTexts[], answers: Answers): OpenedTexts[] {
  const next = reader(answers);
  return items.map(({ open, check }) => {
    const isOpen = next() !== null;
    // A copy has its names in the same places, so they are not looked up one after the other, and `__proto__` is one.
    const texts: Named<string | null> = { ...open };
    for (const name of Object.keys(open)) texts[name] = next();
    const broken = Object.keys(check).filter(() => next() === null);
    return isOpen ? { ok: true, texts, broken } : failed;
  });
}

/** Answers what became of each ciphertext in turn: its text, or null. */
function reader({ answers, text: bytes }: Answers): () => string | null {
  const text = decoder.decode(bytes);
  let place = 0;
  let at = 0;
  return () => {
    const length = answers[place++] ?? -1;
    if (length < 0) return null;
    at += length;
    return text.slice(at - length, at);
  };
}
