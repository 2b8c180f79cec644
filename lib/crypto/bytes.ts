import { CannotOpen } from "@/lib/crypto/errors";
import type { Bytes } from "@/lib/crypto/types";

const encoder = new TextEncoder();
// A byte order mark is part of what somebody sealed, so it stays.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Bytes => encoder.encode(text);

/** Throws `CannotOpen` if the bytes are not UTF-8. */
export function textOf(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new CannotOpen();
  }
}

/** Bytes that stand in no UTF-8. Nearly every random key has one, and is known by it without an error. */
const isNeverInText = (byte: number) => byte === 0xc0 || byte === 0xc1 || byte > 0xf4;

/** Whether the bytes are the UTF-8 of some text. */
export function isText(bytes: Uint8Array): boolean {
  if (bytes.some(isNeverInText)) return false;
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

export const randomBytes = (size: number): Bytes => crypto.getRandomValues(new Uint8Array(size));

export function concatBytes(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Compares in a time that depends on the lengths only. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let i = 0; i < one.length; i++) difference |= (one[i] ?? 0) ^ (other[i] ?? 0);
  return difference === 0;
}
