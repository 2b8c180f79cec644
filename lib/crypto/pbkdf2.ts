import type { Bytes } from "@/lib/crypto/types";

/** PBKDF2 with HMAC-SHA-256, 32 bytes (RFC 8018, section 5.2). */
export async function pbkdf2(password: Bytes, salt: Bytes, iterations: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  const parameters = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
}
