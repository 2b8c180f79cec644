import { fromBase64 } from "@/lib/crypto/base64";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";
import { type Head, openHeaded, sealHeaded } from "@/lib/vault/headed-seal";

/** The account and the session that something is kept for. */
export type Whose = { userId: string; sessionId: string };

/** `key` is the server's half, 64 bytes in base64; `sealed` is the browser's. */
export type Halves = { key: string; sealed: EncString };

const headOf = ({ userId, sessionId }: Whose): Head => ["trousseau reload 1", userId, sessionId];

const halfOf = (key: string) => asSymmetricKey(fromBase64(key));

/** Seals the user key under the server's half, for one session of one account. */
export const sealForReload = async (userKey: SymmetricKey, key: string, whose: Whose): Promise<EncString> =>
  sealHeaded(halfOf(key), headOf(whose), userKey);

/** Throws `CannotOpen` or `MalformedCiphertext` unless both halves belong together, and to this very session. */
export const openAfterReload = async ({ key, sealed }: Halves, whose: Whose): Promise<SymmetricKey> =>
  openHeaded(halfOf(key), headOf(whose), sealed);
