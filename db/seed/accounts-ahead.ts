import { makeAccount, type NewAccount } from "@/db/seed/persona";
import type { KdfSettings } from "@/lib/crypto/types";

/** The least that is accepted of a new account: what takes the longest is many derivations one after the other. */
const kdf: KdfSettings = { type: "argon2id", iterations: 3, memory: 32, parallelism: 1 };

/** RSA pairs are made on other threads, so some are under way at once. */
const atOnce = 3;

/** Makes accounts in this order while something else goes on, and gives each one's by the address. */
export function makeAccountsAhead(
  emails: readonly string[],
  password: string,
): ReadonlyMap<string, Promise<NewAccount>> {
  const accounts = new Map<string, Promise<NewAccount>>();
  for (const [index, email] of emails.entries()) {
    const before = accounts.get(emails[index - atOnce] ?? "");
    const made = Promise.resolve(before).then(() => makeAccount({ email, password }, kdf));
    // Whoever waits for it hears of a failure. Nobody may be waiting yet.
    made.catch(() => {});
    accounts.set(email, made);
  }
  return accounts;
}
