/** Why a vault did not do what it was asked. Each has a message in each language. */
export type VaultProblem = "locked" | "wrong_password" | "weak_kdf" | "unknown_key" | "cannot_open";

/** The one error a vault rejects with. It carries a word and nothing of what was opened or sealed. */
export class VaultError extends Error {
  override readonly name = "VaultError";

  constructor(readonly code: VaultProblem) {
    super(code);
  }
}

/** The vault locked before it had answered. It says nothing of what was to be opened. */
export const isLocked = (error: unknown): boolean => error instanceof VaultError && error.code === "locked";

/**
 * For whoever opens many things and goes on without those that cannot be opened: passes on what is no damage,
 * above all a vault that locked meanwhile, after which nothing at all can be opened.
 */
export function expectDamage(error: unknown): void {
  if (!(error instanceof VaultError) || isLocked(error)) throw error;
}
