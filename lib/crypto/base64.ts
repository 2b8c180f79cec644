import { MalformedCiphertext } from "@/lib/crypto/errors";
import type { Bytes } from "@/lib/crypto/types";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const padding = 61;
const unknown = 64;

const values = new Uint8Array(128).fill(unknown);
for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value;

/** The standard alphabet with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += alphabet.charAt(group >> 18) + alphabet.charAt((group >> 12) & 63);
    text += left > 1 ? alphabet.charAt((group >> 6) & 63) : "=";
    text += left > 2 ? alphabet.charAt(group & 63) : "=";
  }
  return text;
}

/** Strict: padding is required, and one value has one spelling. Throws `MalformedCiphertext`. */
export function fromBase64(text: string): Bytes {
  const bytes = new Uint8Array(base64Size(text, 0, text.length));
  decodeBase64(text, 0, text.length, bytes, 0);
  return bytes;
}

/** How many bytes the base64 between `start` and `end` stands for. */
export function base64Size(text: string, start: number, end: number): number {
  const length = end - start;
  if (length < 0 || length % 4 !== 0) throw new MalformedCiphertext();
  return (length / 4) * 3 - paddingBefore(text, start, end);
}

/**
 * Decodes the base64 between `start` and `end` into `bytes` from `at` on, without making strings on the way:
 * a vault of ten thousand items holds a hundred thousand of these. `bytes` has room for `base64Size` more.
 */
export function decodeBase64(text: string, start: number, end: number, bytes: Uint8Array, at: number): void {
  const padded = paddingBefore(text, start, end);
  const last = end - padded;
  let collected = 0;
  let bits = 0;
  let written = at;
  for (let i = start; i < last; i++) {
    const value = values[text.charCodeAt(i)] ?? unknown;
    if (value === unknown) throw new MalformedCiphertext();
    collected = ((collected << 6) | value) & 0xfff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[written++] = collected >> bits;
    }
  }
  if ((collected & ((1 << bits) - 1)) !== 0) throw new MalformedCiphertext();
}

function paddingBefore(text: string, start: number, end: number): number {
  if (end - start < 4 || text.charCodeAt(end - 1) !== padding) return 0;
  return text.charCodeAt(end - 2) === padding ? 2 : 1;
}
