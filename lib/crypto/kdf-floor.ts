import type { KdfSettings } from "@/lib/crypto/types";

/**
 * The parameters that are accepted for deriving a master key. The lower limits stop a server from asking for a
 * derivation so weak that the password can be guessed from the answer. The upper limits stop it from blocking
 * the browser for minutes. Protocol chapter 1.1. Memory is in MiB.
 */
export const kdfLimits = {
  pbkdf2_sha256: { iterations: [600_000, 2_000_000] },
  argon2id: { iterations: [3, 10], memory: [32, 1024], parallelism: [1, 16] },
} as const;

/** Judges parameters before anything is hashed with them. */
export function judgeKdf(kdf: KdfSettings): "ok" | "out_of_range" {
  const { pbkdf2_sha256: pbkdf2, argon2id } = kdfLimits;
  const accepted =
    kdf.type === "pbkdf2_sha256"
      ? isWithin(kdf.iterations, pbkdf2.iterations)
      : kdf.type === "argon2id" &&
        isWithin(kdf.iterations, argon2id.iterations) &&
        isWithin(kdf.memory, argon2id.memory) &&
        isWithin(kdf.parallelism, argon2id.parallelism);
  return accepted ? "ok" : "out_of_range";
}

const isWithin = (value: number, [least, most]: readonly [number, number]) =>
  Number.isInteger(value) && value >= least && value <= most;

/**
 * Whether `kdf` makes guessing a password cheaper than `known` does. Argon2id is weaker with less memory or less
 * work (memory times passes); lanes change neither. PBKDF2, which needs no memory, is weaker than any Argon2id.
 */
export function isWeakerKdf(kdf: KdfSettings, known: KdfSettings): boolean {
  if (kdf.type === "argon2id")
    return (
      known.type === "argon2id" &&
      (kdf.memory < known.memory || kdf.memory * kdf.iterations < known.memory * known.iterations)
    );
  return known.type === "argon2id" || kdf.iterations < known.iterations;
}
