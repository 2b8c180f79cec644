/** Why a vault did not do what it was asked. Each has a message in each language. */
export type VaultProblem = "locked" | "wrong_password" | "weak_kdf" | "unknown_key" | "cannot_open";

/** The one error a vault rejects with. It carries a word and nothing of what was opened or sealed. */
export class VaultError extends Error {
  override readonly name = "VaultError";

  constructor(readonly code: VaultProblem) {
    super(code);
  }
}
