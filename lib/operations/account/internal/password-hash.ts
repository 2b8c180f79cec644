import "server-only";
import { hash, verify } from "@node-rs/argon2";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { Refused } from "@/lib/operations/errors";

/**
 * Argon2id, 19 MiB, two passes, one lane (OWASP's list). The hashed text is derived from the master password
 * and has 256 bits. The hash keeps a reader of the database from logging in; the vault does not depend on it.
 */
const settings = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** How many hashes this process works out at once, and how many more may wait. */
const atOnce = 2;
const mayWait = 64;

let atWork = 0;
const waiting: (() => void)[] = [];

/** A PHC string of about 97 characters, salt included. */
export const hashAuthentication = (authenticationHash: AuthenticationHash): Promise<string> =>
  inTurn(() => hash(authenticationHash, settings));

let decoy: Promise<string> | undefined;

/**
 * Whether the hash fits. If there is no account, the same work is done, so that the time does not tell whether
 * there is one.
 */
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
 * Waits for its turn. A hash takes a core for about 30 ms, so more of them at once would only slow the pages
 * down.
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
    // The next in line takes over this turn, so the number of hashes at work stays the same.
    if (next) next();
    else atWork -= 1;
  }
}
