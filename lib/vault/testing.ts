import { makeKeyring } from "@/lib/vault/keyring";
import type { MasterPassword, SealedAccountKeys, Vault } from "@/lib/vault/vault";

/** The cheapest derivation that is accepted. */
export const kdf = { type: "argon2id", iterations: 3, memory: 32, parallelism: 1 } as const;

export const passwordOf = (email: string): MasterPassword => ({
  email,
  password: `the pass-phrase of ${email}`,
  kdf,
});

/** Somebody with an account and an unlocked vault. */
export async function somebody(
  email: string,
): Promise<{ vault: Vault; master: MasterPassword; keys: SealedAccountKeys }> {
  const vault = makeKeyring();
  const master = passwordOf(email);
  const { authenticationHash: _, ...keys } = await vault.makeAccount(master);
  return { vault, master, keys };
}
