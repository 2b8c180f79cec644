import { sha256 } from "@noble/hashes/sha2.js";
import { argon2id } from "hash-wasm";
import { toBase64 } from "@/lib/crypto/base64";
import { utf8 } from "@/lib/crypto/bytes";
import { UnacceptableKdf } from "@/lib/crypto/errors";
import { judgeKdf } from "@/lib/crypto/kdf-floor";
import { pbkdf2 } from "@/lib/crypto/pbkdf2";
import type { AuthenticationHash, KdfSettings, MasterKey } from "@/lib/crypto/types";

type Salted = { salt: string; password: string; kdf: KdfSettings };
type MasterPassword = { email: string; password: string; kdf: KdfSettings };

/** Derives the master key. Throws `UnacceptableKdf`, before it hashes, at parameters outside the floor. */
export async function deriveMasterKey(master: MasterPassword): Promise<MasterKey> {
  if (judgeKdf(master.kdf) !== "ok") throw new UnacceptableKdf();
  return deriveWithAnyParameters(master);
}

/**
 * The derivation itself, whatever its parameters; `deriveMasterKey` is the one to call. The salt is the
 * e-mail address in lower case, and for Argon2id its SHA-256. Protocol chapter 1.1.
 */
export const deriveWithAnyParameters = ({ email, password, kdf }: MasterPassword): Promise<MasterKey> =>
  deriveFromSalt({ salt: email.trim().toLowerCase(), password, kdf });

/** The same with a salt as it stands. A file that is sealed under a password has one of its own. Protocol chapter 16.3. */
export async function deriveFromSalt({ salt: text, password, kdf }: Salted): Promise<MasterKey> {
  const salt = utf8(text);
  if (kdf.type === "pbkdf2_sha256") return (await pbkdf2(utf8(password), salt, kdf.iterations)) as MasterKey;

  const key = await argon2id({
    password: utf8(password),
    salt: sha256(salt),
    iterations: kdf.iterations,
    memorySize: kdf.memory * 1024,
    parallelism: kdf.parallelism,
    hashLength: 32,
    outputType: "binary",
  });
  return new Uint8Array(key) as MasterKey;
}

/** What proves the master password to the server without showing it. Protocol chapter 1.2. */
export async function deriveAuthenticationHash(
  masterKey: MasterKey,
  password: string,
): Promise<AuthenticationHash> {
  return toBase64(await pbkdf2(masterKey, utf8(password), 1)) as AuthenticationHash;
}
