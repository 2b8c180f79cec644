import type { KdfSettings } from "@/lib/crypto/types";

/** How a master key is derived, in the numbers of the wire. Memory is in MiB. Protocol chapters 0.6 and 4.1. */
export const kdfNumbers = (kdf: KdfSettings) => ({
  type: kdf.type === "argon2id" ? 1 : 0,
  iterations: kdf.iterations,
  memory: kdf.type === "argon2id" ? kdf.memory : null,
  parallelism: kdf.type === "argon2id" ? kdf.parallelism : null,
});
