/** Attacks that are not refused yet, by name. */
export const awaits: readonly string[] = [
  "another provider key, sealed to the person's own public key",
  "another organization key, sealed to the member's own public key",
  "another organization key, and a pair of keys that fits it",
  "two clients' organization keys exchanged, and a new collection",
  "two clients' organization keys exchanged, and a new collection on a new device",
  "two clients' organization keys exchanged, and a new login",
  "a key derivation weaker than the last one, and above the floor",
];
