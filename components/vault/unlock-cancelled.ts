/** The person closed the dialog that asked for the master password: nothing happened, nothing is to be said. */
export class UnlockCancelled extends Error {
  override readonly name = "UnlockCancelled";

  constructor() {
    super("the vault was not unlocked");
  }
}
