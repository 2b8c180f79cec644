import { base64Size, decodeBase64, toBase64 } from "@/lib/crypto/base64";
import { concatBytes } from "@/lib/crypto/bytes";
import { MalformedCiphertext } from "@/lib/crypto/errors";
import type { Bytes, EncString } from "@/lib/crypto/types";

export const blockSize = 16;
export const macSize = 32;
/** The type of ciphertext that is written here. */
export const encType = 2;

/** What a type 2 ciphertext is made of. `body` is `iv || data`, which is what the MAC covers. */
export type EncParts = { body: Bytes; mac: Bytes };

/**
 * Takes `2.iv|data|mac` apart. Throws `MalformedCiphertext` at every other type (0 and 1 among them), at
 * texts without a type, and at wrong sizes. Protocol chapter 2.1.
 */
export function parseEncString(text: string): EncParts {
  const first = text.indexOf("|");
  const second = text.indexOf("|", first + 1);
  if (!text.startsWith("2.") || first < 0 || second < 0) throw new MalformedCiphertext();

  const dataSize = base64Size(text, first + 1, second);
  const ivSize = base64Size(text, 2, first);
  if (ivSize !== blockSize || !isWholeBlocks(dataSize)) throw new MalformedCiphertext();
  if (base64Size(text, second + 1, text.length) !== macSize) throw new MalformedCiphertext();

  const body = new Uint8Array(blockSize + dataSize);
  const mac = new Uint8Array(macSize);
  decodeBase64(text, 2, first, body, 0);
  decodeBase64(text, first + 1, second, body, blockSize);
  decodeBase64(text, second + 1, text.length, mac, 0);
  return { body, mac };
}

export function formatEncString({ body, mac }: EncParts): EncString {
  const iv = toBase64(body.subarray(0, blockSize));
  const data = toBase64(body.subarray(blockSize));
  return `2.${iv}|${data}|${toBase64(mac)}` as EncString;
}

/** Whether `text` has the form of a type 2 ciphertext of at most `maxLength` characters. */
export function isEncString(text: string, maxLength = Number.POSITIVE_INFINITY): text is EncString {
  if (text.length > maxLength) return false;
  try {
    parseEncString(text);
    return true;
  } catch {
    return false;
  }
}

/** The form of file contents, `02 || iv || mac || data`: here the MAC comes before the data. Chapter 2.3. */
export const toBinary = ({ body, mac }: EncParts): Bytes =>
  concatBytes(Uint8Array.of(encType), body.subarray(0, blockSize), mac, body.subarray(blockSize));

/** Takes the binary form apart, or throws `MalformedCiphertext`. */
export function fromBinary(blob: Uint8Array): EncParts {
  const dataStart = 1 + blockSize + macSize;
  if (blob[0] !== encType || !isWholeBlocks(blob.length - dataStart)) throw new MalformedCiphertext();
  return {
    body: concatBytes(blob.subarray(1, 1 + blockSize), blob.subarray(dataStart)),
    mac: concatBytes(blob.subarray(1 + blockSize, dataStart)),
  };
}

const isWholeBlocks = (size: number) => size > 0 && size % blockSize === 0;
