import "server-only";
import { hash, verify } from "@node-rs/argon2";
import type { AuthenticationHash } from "@/lib/crypto/types";

/**
 * Argon2id, 19 MiB, two passes, one lane (OWASP's list). What is hashed is itself derived from the master
 * password and has 256 bits, so this protects log-in from a reader of the database, not the vault.
 */
const settings = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** @returns a PHC string of about 97 characters, salt included. */
export const hashAuthentication = (authenticationHash: AuthenticationHash): Promise<string> =>
  hash(authenticationHash, settings);

let decoy: Promise<string> | undefined;

/** Whether the hash fits. Without an account the same work is done, so that the time does not tell. */
export async function verifyAuthentication(
  stored: string | null,
  authenticationHash: AuthenticationHash,
): Promise<boolean> {
  decoy ??= hash("nobody's", settings);
  const fits = await verify(stored ?? (await decoy), authenticationHash);
  return stored !== null && fits;
}
