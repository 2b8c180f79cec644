import "server-only";
import { hash, verify } from "@node-rs/argon2";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { Refused } from "@/lib/operations/errors";

/**
 * Argon2id, 19 MiB, two passes, one lane (OWASP's list). What is hashed is itself derived from the master
 * password and has 256 bits, so this protects log-in from a reader of the database, not the vault.
 */
const settings = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes at work in this process at once, and how many more may wait for one of them. */
const atOnce = 2;
const mayWait = 64;

let atWork = 0;
const waiting: (() => void)[] = [];

/** A PHC string of about 97 characters, salt included. */
export const hashAuthentication = (authenticationHash: AuthenticationHash): Promise<string> =>
  inTurn(() => hash(authenticationHash, settings));

let decoy: Promise<string> | undefined;

/** Whether the hash fits. Without an account the same work is done, so that the time does not tell. */
export async function verifyAuthentication(
  stored: string | null,
  authenticationHash: AuthenticationHash,
): Promise<boolean> {
  decoy ??= hash("nobody's", settings);
  const against = stored ?? (await decoy);
  const fits = await inTurn(() => verify(against, authenticationHash));
  return stored !== null && fits;
}

/**
 * Waits for its turn. Hashing takes a core for some 30 ms: more at once would only take the cores from the pages.
 *
 * @throws {Refused} `busy` when too many wait already.
 */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (atWork >= atOnce) {
    if (waiting.length >= mayWait) throw new Refused("busy");
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
  } else atWork += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // Whoever waited takes over this turn; the number at work stays.
    if (next) next();
    else atWork -= 1;
  }
}
