/** Bytes backed by a buffer of their own, as WebCrypto takes them. */
export type Bytes = Uint8Array<ArrayBuffer>;

declare const kind: unique symbol;

/** `2.iv|data|mac` in base64: AES-256-CBC, then HMAC-SHA-256 over `iv || data`. Protocol chapter 2.2. */
export type EncString = string & { readonly [kind]: "EncString" };

/** `4.data` in base64: RSA-2048-OAEP with SHA-1 over a symmetric key, for one person. Protocol chapter 2.1. */
export type SealedKey = string & { readonly [kind]: "SealedKey" };

/** A symmetric key of 64 bytes: 32 to encrypt (AES-256-CBC), then 32 to authenticate (HMAC-SHA-256). */
export type SymmetricKey = Bytes & { readonly [kind]: "SymmetricKey" };

/** A master key of 32 bytes, derived from the master password. Protocol chapter 1.1. */
export type MasterKey = Bytes & { readonly [kind]: "MasterKey" };

/** SubjectPublicKeyInfo of an RSA-2048 key, DER in base64. Not secret. */
export type PublicKey = string & { readonly [kind]: "PublicKey" };

/** Base64 of 32 bytes: what the server is shown instead of the master password. Protocol chapter 1.2. */
export type AuthenticationHash = string & { readonly [kind]: "AuthenticationHash" };

/** How a master key is derived. Memory is in MiB. */
export type KdfSettings =
  | { type: "argon2id"; iterations: number; memory: number; parallelism: number }
  | { type: "pbkdf2_sha256"; iterations: number };
