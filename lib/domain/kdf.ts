import { z } from "zod";
import { kdfLimits } from "@/lib/crypto/kdf-floor";

/** A whole number within limits. Where nobody types it, what is outside of them is `weak_kdf`. */
const within = ([least, most]: readonly [number, number], error?: "weak_kdf") => {
  const outside = error && { error };
  return z.int().min(least, outside).max(most, outside);
};

const settings = (error?: "weak_kdf") => {
  const { pbkdf2_sha256: pbkdf2, argon2id } = kdfLimits;
  return z.discriminatedUnion("type", [
    z.object({
      type: z.literal("argon2id"),
      iterations: within(argon2id.iterations, error),
      memory: within(argon2id.memory, error),
      parallelism: within(argon2id.parallelism, error),
    }),
    z.object({ type: z.literal("pbkdf2_sha256"), iterations: within(pbkdf2.iterations, error) }),
  ]);
};

/**
 * How a new master key may be derived: at least PBKDF2 with 600,000 rounds or Argon2id with 32 MiB and three
 * passes, at most what clients can still compute. Protocol chapter 1.1; the floor follows OWASP's list.
 */
export const KdfSettings = settings("weak_kdf");

/** The same as somebody types it: what is wrong is said with the limit. */
export const TypedKdf = settings();

export const defaultKdf = { type: "argon2id", iterations: 6, memory: 32, parallelism: 4 } as const;

/** What each kind begins with, where somebody changes from the other. */
export const usualKdf = {
  argon2id: defaultKdf,
  pbkdf2_sha256: { type: "pbkdf2_sha256", iterations: 600_000 },
} as const;
