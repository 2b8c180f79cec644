import { fromBase64 } from "@/lib/crypto/base64";
import type { Bytes, SymmetricKey } from "@/lib/crypto/types";
import { compiled } from "@/lib/crypto/wasm/compiled";

/**
 * What is asked of a ciphertext: its text, only whether it is genuine, to be the key of those after it, or whether it is
 * the checksum of the last text before it.
 */
export const asks = { open: 0, check: 1, itemKey: 2, checksum: 3 } as const;

/**
 * Ciphertexts one after the other, in pieces of whole ones, with the length of each and what is asked of it. It crosses to
 * a worker as it is.
 */
export type Batch = { sealed: string[]; lengths: Int32Array; wanted: Uint8Array };

/**
 * What became of each ciphertext: the length of its text in UTF-16 (0 for what was only checked or is a key), or -1 where
 * it cannot be opened, or is another checksum. `text` is all the texts in UTF-8, one after the other.
 */
export type Answers = { answers: Int32Array<ArrayBuffer>; text: Bytes };

/** A batch of these ciphertexts. */
export function batchOf(texts: readonly string[], wanted: Uint8Array): Batch {
  const lengths = new Int32Array(texts.length);
  // `Int32Array.from` takes ten times as long.
  for (let i = 0; i < texts.length; i++) lengths[i] = texts[i]?.length ?? 0;
  // A piece stays in the processor's cache until it is read. All in one takes twice as long.
  const sealed: string[] = [];
  for (let i = 0; i < texts.length; i += pieceSize) sealed.push(texts.slice(i, i + pieceSize).join(""));
  return { sealed, lengths, wanted };
}

/** The ciphertexts of a batch, one by one. */
export function textsIn({ sealed, lengths }: Batch): string[] {
  const all = sealed.join("");
  let at = 0;
  return Array.from(lengths, (length) => {
    at += length;
    return all.slice(at - length, at);
  });
}

type Machine = {
  memory: WebAssembly.Memory;
  base(): number;
  openMany(count: number, entries: number, input: number, output: number): number;
};

/** How many ciphertexts are in one piece. */
const pieceSize = 256;
const keySize = 64;
const pageSize = 65_536;
const encoder = new TextEncoder();

let made: WebAssembly.Module | null | undefined;

/** Null where the browser runs no WebAssembly, or a policy of its owner forbids it. */
function machine(): Machine | null {
  try {
    made ??= new WebAssembly.Module(fromBase64(compiled));
    return new WebAssembly.Instance(made).exports as unknown as Machine;
  } catch {
    made = null;
    return null;
  }
}

/**
 * Opens a whole batch in one call: what stands after an item's key is under that key, and the others are under `key`.
 * Nothing of it stays in the memory that it worked in.
 *
 * @returns null where WebAssembly does not run: then there is the way of `open-all.ts`.
 */
export function openMany(key: SymmetricKey, batch: Batch): Answers | null {
  const run = machine();
  if (!run) return null;
  const { sealed, lengths, wanted } = batch;
  const count = lengths.length;
  const length = sealed.reduce((sum, piece) => sum + piece.length, 0);
  const entriesAt = run.base() + keySize;
  const inputAt = entriesAt + 8 * count;
  // A text is never longer than its ciphertext, and takes the place of what was taken apart for it.
  const outputAt = inputAt + length;
  const size = outputAt + length + keySize;
  run.memory.grow(Math.max(0, Math.ceil(size / pageSize) - run.memory.buffer.byteLength / pageSize));
  const bytes = new Uint8Array(run.memory.buffer);
  let at = inputAt;
  for (const piece of sealed) {
    const { read, written } = encoder.encodeInto(piece, bytes.subarray(at, outputAt));
    // No ciphertext has letters of other alphabets. Whatever has is not opened, and must not shift the others.
    if (read !== piece.length || written !== read)
      return openMany(key, batchOf(textsIn(batch).map(orNothing), wanted));
    at += written;
  }

  const entries = new Int32Array(run.memory.buffer, entriesAt, 2 * count);
  for (let i = 0; i < count; i++) {
    entries[2 * i] = lengths[i] ?? 0;
    entries[2 * i + 1] = wanted[i] ?? asks.check;
  }
  bytes.set(key, run.base());
  const end = run.openMany(count, entriesAt, inputAt, outputAt);
  const answers = new Int32Array(count);
  for (let i = 0; i < count; i++) answers[i] = entries[2 * i] ?? -1;
  const text = bytes.slice(outputAt, end);
  // A text that would not open may stand after the others. What follows was never written to.
  const longest = lengths.reduce((most, one) => Math.max(most, one), 0);
  bytes.fill(0, 0, end + longest);
  return { answers, text };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is the range of ASCII that is meant
const orNothing = (text: string) => (/^[\x00-\x7f]*$/.test(text) ? text : "");
