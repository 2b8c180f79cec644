import { CannotOpen, MalformedCiphertext, UnacceptableKdf } from "@/lib/crypto/errors";
import { VaultError, type VaultProblem } from "@/lib/vault/errors";

/** Waits for `work`, and says what went wrong in the vault's words. Bugs pass through as they are. */
export async function inVaultWords<Result>(
  work: Promise<Result>,
  whenNotOpened: VaultProblem = "cannot_open",
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof CannotOpen || error instanceof MalformedCiphertext)
      throw new VaultError(whenNotOpened);
    if (error instanceof UnacceptableKdf) throw new VaultError("weak_kdf");
    throw error;
  }
}
