import "server-only";
import { users } from "@/db/schema/users";
import type { KdfSettings } from "@/lib/crypto/types";

/** Key-derivation settings as an account's row keeps them. */
export const kdfColumns = {
  kdfType: users.kdfType,
  kdfIterations: users.kdfIterations,
  kdfMemory: users.kdfMemory,
  kdfParallelism: users.kdfParallelism,
};

type Row = Pick<typeof users.$inferSelect, "kdfType" | "kdfIterations" | "kdfMemory" | "kdfParallelism">;

export const readKdf = (row: Row): KdfSettings =>
  row.kdfType === "argon2id"
    ? {
        type: "argon2id",
        iterations: row.kdfIterations,
        memory: row.kdfMemory ?? 0,
        parallelism: row.kdfParallelism ?? 0,
      }
    : { type: "pbkdf2_sha256", iterations: row.kdfIterations };

export const writeKdf = (kdf: KdfSettings): Row => ({
  kdfType: kdf.type,
  kdfIterations: kdf.iterations,
  kdfMemory: kdf.type === "argon2id" ? kdf.memory : null,
  kdfParallelism: kdf.type === "argon2id" ? kdf.parallelism : null,
});
