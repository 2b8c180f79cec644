import { z } from "zod";

/**
 * How a new master key may be derived: at least PBKDF2 with 600,000 rounds or Argon2id with 32 MiB and three
 * passes, at most what clients can still compute. Protocol chapter 1.1; the floor follows OWASP's list.
 */
export const KdfSettings = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("argon2id"),
    iterations: z.int().min(3, { error: "weak_kdf" }).max(10, { error: "weak_kdf" }),
    memory: z.int().min(32, { error: "weak_kdf" }).max(1024, { error: "weak_kdf" }),
    parallelism: z.int().min(1, { error: "weak_kdf" }).max(16, { error: "weak_kdf" }),
  }),
  z.object({
    type: z.literal("pbkdf2_sha256"),
    iterations: z.int().min(600_000, { error: "weak_kdf" }).max(2_000_000, { error: "weak_kdf" }),
  }),
]);

export const defaultKdf = { type: "argon2id", iterations: 6, memory: 32, parallelism: 4 } as const;
