import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8 } from "@/lib/crypto/bytes";

/**
 * The id of something in an import: the same one each time, so that what was sent before is known again. It follows from
 * the import's id, which is random, and from nothing that stands in the file. RFC 9562, version 8.
 */
export function idIn(importId: string, what: string): string {
  const bytes = sha256(utf8(`${importId}|${what}`)).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** What a device keeps of the names of a table's columns, to know the table again. */
export const markOfNames = (names: readonly string[]): string => hexOf(utf8(JSON.stringify(names)));

/** What a device keeps of a file, to know it again. Without the file and the import's id, nothing can be compared. */
export const markOf = (importId: string, file: Uint8Array): string =>
  hexOf(concatBytes(utf8(importId), file));

const hexOf = (bytes: Uint8Array): string =>
  Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
