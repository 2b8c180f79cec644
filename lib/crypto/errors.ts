/**
 * The ciphertext has the right form, but this key does not open it: another key sealed it, or it was changed.
 * The error says nothing more, because details would help somebody who tampers.
 */
export class CannotOpen extends Error {
  override readonly name = "CannotOpen";

  constructor() {
    super("cannot open");
  }
}

/** The text does not have the form of a ciphertext, key or kind of sealing that is accepted here. */
export class MalformedCiphertext extends Error {
  override readonly name = "MalformedCiphertext";

  constructor() {
    super("malformed ciphertext");
  }
}

/** The parameters for deriving a master key are weaker, or dearer, than is accepted. Nothing was hashed. */
export class UnacceptableKdf extends Error {
  override readonly name = "UnacceptableKdf";

  constructor() {
    super("unacceptable key derivation");
  }
}
