import { expect, test } from "vitest";
import { judgeKdf } from "@/lib/crypto/kdf-floor";
import type { KdfSettings } from "@/lib/crypto/types";

const pbkdf2 = (iterations: number): KdfSettings => ({ type: "pbkdf2_sha256", iterations });
const argon2id = (memory: number, iterations: number, parallelism: number): KdfSettings => ({
  type: "argon2id",
  iterations,
  memory,
  parallelism,
});

test.each([
  [pbkdf2(600_000), "ok"],
  [pbkdf2(2_000_000), "ok"],
  [pbkdf2(599_999), "out_of_range"],
  [pbkdf2(2_000_001), "out_of_range"],
  [pbkdf2(Number.NaN), "out_of_range"],
  [argon2id(32, 6, 4), "ok"],
  [argon2id(32, 3, 1), "ok"],
  [argon2id(1024, 10, 16), "ok"],
  [argon2id(31, 6, 4), "out_of_range"],
  [argon2id(1025, 6, 4), "out_of_range"],
  [argon2id(32, 2, 4), "out_of_range"],
  [argon2id(32, 11, 4), "out_of_range"],
  [argon2id(32, 6, 0), "out_of_range"],
  [argon2id(32, 6, 17), "out_of_range"],
  [argon2id(32.5, 6, 4), "out_of_range"],
])("%j is %s", (kdf, judgement) => {
  expect(judgeKdf(kdf)).toBe(judgement);
});
