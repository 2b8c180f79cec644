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
  const whole = padded === 0 ? end : end - 4;
  let seen = 0;
  let written = at;
  for (let i = start; i < whole; i += 4) {
    const [a, b] = [valueAt(text, i), valueAt(text, i + 1)];
    const [c, d] = [valueAt(text, i + 2), valueAt(text, i + 3)];
    seen |= a | b | c | d;
    bytes[written++] = (a << 2) | (b >> 4);
    bytes[written++] = (b << 4) | (c >> 2);
    bytes[written++] = (c << 6) | d;
  }
  if (padded > 0) {
    const [a, b] = [valueAt(text, whole), valueAt(text, whole + 1)];
    const c = padded === 1 ? valueAt(text, whole + 2) : 0;
    const unused = padded === 1 ? c & 3 : b & 15;
    if (unused !== 0) throw new MalformedCiphertext();
    seen |= a | b | c;
    bytes[written++] = (a << 2) | (b >> 4);
    if (padded === 1) bytes[written] = (b << 4) | (c >> 2);
  }
  if (seen >= unknown) throw new MalformedCiphertext();
}

const valueAt = (text: string, i: number): number => values[text.charCodeAt(i)] ?? unknown;

function paddingBefore(text: string, start: number, end: number): number {
  if (end - start < 4 || text.charCodeAt(end - 1) !== padding) return 0;
  return text.charCodeAt(end - 2) === padding ? 2 : 1;
}
