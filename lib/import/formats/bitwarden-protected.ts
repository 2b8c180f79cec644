import { sha256 } from "@noble/hashes/sha2.js";
import { argon2id } from "hash-wasm";
import { z } from "zod";
import { utf8 } from "@/lib/crypto/bytes";
import { pbkdf2 } from "@/lib/crypto/pbkdf2";
import { stretch } from "@/lib/crypto/stretch";
import { openText } from "@/lib/crypto/symmetric";
import type { EncString, MasterKey } from "@/lib/crypto/types";
import { expectBearable } from "@/lib/import/costs";
import { CannotImport } from "@/lib/import/trouble";

export const ProtectedFile = z.object({
  encrypted: z.literal(true),
  passwordProtected: z.literal(true),
  salt: z.string(),
  kdfType: z.union([z.literal(0), z.literal(1)]),
  kdfIterations: z.int().positive(),
  kdfMemory: z.int().positive().nullish(),
  kdfParallelism: z.int().positive().nullish(),
  encKeyValidation_DO_NOT_EDIT: z.string(),
  data: z.string(),
});

/**
 * Opens an export that is protected by a password of its own. Protocol chapter 16.3: the salt is the text of its
 * base64, and the file's settings are not those of an account, so no floor holds for them.
 *
 * @throws {CannotImport} `wrong_password`, `too_costly`
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
  const { kdfIterations: passes, kdfMemory, kdfParallelism } = file;
  if (file.kdfType === 0) {
    expectBearable({ by: "pbkdf2", rounds: passes });
    return (await pbkdf2(utf8(password), salt, passes)) as MasterKey;
  }
  const [memory, lanes] = [(kdfMemory ?? 64) * 1024, kdfParallelism ?? 4];
  expectBearable({ by: "argon2", memory, passes, lanes });
  const key = await argon2id({
    password: utf8(password),
    salt: sha256(salt),
    iterations: passes,
    memorySize: memory,
    parallelism: lanes,
    hashLength: 32,
    outputType: "binary",
  });
  return new Uint8Array(key) as MasterKey;
}
