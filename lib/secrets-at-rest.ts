import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deriveSecret } from "@/lib/secrets";

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/**
 * Seals a text with the instance's secret, so that the database alone does not tell it: AES-256-GCM
 * (NIST SP 800-38D), base64 of a 12-byte nonce, a 16-byte tag and the ciphertext.
 *
 * @param belongsTo such as a row and its recipient, as additional data: a text that was sealed for one row does not
 *   open in another.
 */
export function sealAtRest(text: string, belongsTo: readonly string[]): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, deriveSecret("at rest"), iv).setAAD(bytesOf(belongsTo));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
}

/** @throws {Error} when the text was altered, or sealed for another row or under another secret. */
export function openAtRest(sealed: string, belongsTo: readonly string[]): string {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv(algorithm, deriveSecret("at rest"), bytes.subarray(0, ivBytes));
  decipher.setAAD(bytesOf(belongsTo)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
    "utf8",
  );
}

/** As JSON, in which no two lists are written alike. */
const bytesOf = (belongsTo: readonly string[]) => Buffer.from(JSON.stringify(belongsTo));
