/**
 * The ciphertext has the right form, but this key does not open it: another key sealed it, or it was changed.
 * It says nothing more, because where and how it failed would help whoever tampers.
 */
export class CannotOpen extends Error {
  override readonly name = "CannotOpen";

  constructor() {
    super("cannot open");
  }
}

/** The text has not the form of a ciphertext, key or kind of sealing that is accepted here. */
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
