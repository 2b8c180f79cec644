/** Why a vault did not do what it was asked. Each has a message in each language. */
export type VaultProblem =
  | "locked"
  | "wrong_password"
  | "weak_kdf"
  /** The settings are weaker than those that this device has opened the account with. */
  | "weaker_kdf"
  | "unknown_key"
  | "cannot_open"
  /** A key under this name is held, so that no other is made under it. */
  | "already_held"
  /** The served key is another than the one remembered under its name. */
  | "key_differs"
  /** The served key does not open what is sealed under it, or is the key of something else. */
  | "key_does_not_fit"
  /** The key is not passed on: nothing speaks for it but that the server has served it. */
  | "key_not_vouched"
  /** This device remembers something that does not open: it was sealed under a user key that nothing leads to. */
  | "memory_unreadable"
  /** The person's public key is another than at the last confirmation. */
  | "person_key_differs";

/** Every error of a vault. It has a code, and nothing of what was opened or sealed. */
export class VaultError extends Error {
  override readonly name = "VaultError";

  constructor(readonly code: VaultProblem) {
    super(code);
  }
}

/** The vault locked before it had answered. It says nothing of what was to be opened. */
export const isLocked = (error: unknown): boolean => error instanceof VaultError && error.code === "locked";

/**
 * For code that opens many things and leaves out those that cannot be opened: throws errors that are no damage
 * again. After a vault has locked, for example, nothing can be opened.
 */
export function expectDamage(error: unknown): void {
  if (!(error instanceof VaultError) || isLocked(error)) throw error;
}
