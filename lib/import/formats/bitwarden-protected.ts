import { sha256 } from "@noble/hashes/sha2.js";
import { argon2id } from "hash-wasm";
import { z } from "zod";
import { utf8 } from "@/lib/crypto/bytes";
import { pbkdf2 } from "@/lib/crypto/pbkdf2";
import { stretch } from "@/lib/crypto/stretch";
import { openText } from "@/lib/crypto/symmetric";
import type { EncString, MasterKey } from "@/lib/crypto/types";
import { CannotImport } from "@/lib/import/trouble";

/** What a file may ask of a browser at most. */
const most = { pbkdf2: 10_000_000, passes: 100, memory: 1024, parallelism: 16 };

export const ProtectedFile = z.object({
  encrypted: z.literal(true),
  passwordProtected: z.literal(true),
  salt: z.string(),
  kdfType: z.union([z.literal(0), z.literal(1)]),
  kdfIterations: z.int().positive(),
  kdfMemory: z.int().positive().max(most.memory).nullish(),
  kdfParallelism: z.int().positive().max(most.parallelism).nullish(),
  encKeyValidation_DO_NOT_EDIT: z.string(),
  data: z.string(),
});

/**
 * Opens an export that is protected by a password of its own. Protocol chapter 16.3: the salt is the text of its
 * base64, and the file's settings are not those of an account, so no floor holds for them.
 *
 * @throws {CannotImport} `wrong_password`.
 */
export async function openProtected(file: z.output<typeof ProtectedFile>, password: string): Promise<string> {
  const key = stretch(await derive(file, password));
  try {
    await openText(key, file.encKeyValidation_DO_NOT_EDIT as EncString);
  } catch {
    throw new CannotImport("wrong_password");
  }
  try {
    return await openText(key, file.data as EncString);
  } catch {
    throw new CannotImport("damaged");
  }
}

async function derive(file: z.output<typeof ProtectedFile>, password: string): Promise<MasterKey> {
  const salt = utf8(file.salt);
  if (file.kdfIterations > (file.kdfType === 0 ? most.pbkdf2 : most.passes))
    throw new CannotImport("damaged");
  if (file.kdfType === 0) return (await pbkdf2(utf8(password), salt, file.kdfIterations)) as MasterKey;
  const key = await argon2id({
    password: utf8(password),
    salt: sha256(salt),
    iterations: file.kdfIterations,
    memorySize: (file.kdfMemory ?? 64) * 1024,
    parallelism: file.kdfParallelism ?? 4,
    hashLength: 32,
    outputType: "binary",
  });
  return new Uint8Array(key) as MasterKey;
}
