import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64 } from "@/lib/crypto/base64";
import { utf8 } from "@/lib/crypto/bytes";
import type { OpenItem, ShownItem } from "@/lib/vault/item";

/** By what an item is found again before its secrets are opened. */
function shown({ type, name, data }: Pick<ShownItem | OpenItem, "type" | "name" | "data">): unknown[] {
  if (!("uris" in data)) return [type, name];
  return [type, name, data.username, data.uris[0]?.uri ?? null];
}

/** All by which two items are taken for the same: of logins the password too, of others everything that they hold. */
function whole(item: OpenItem): unknown[] {
  if (item.type === "login") return [...shown(item), item.data.password];
  const { rest: _, ...parts } = item.data;
  const fields = item.fields.map(({ name, value, type }) => [name, value, type]);
  return [...shown(item), item.notes, fields, Object.entries(parts).sort()];
}

const digest = (salt: string, parts: unknown[]): string =>
  toBase64(sha256(utf8(salt + JSON.stringify(parts))));

/** Digests, so that the worker that reads a file is told nothing of what a vault holds. The salt is new for each file. */
export const shownLikeness = (salt: string, item: Parameters<typeof shown>[0]): string =>
  digest(salt, shown(item));
export const wholeLikeness = (salt: string, item: OpenItem): string => digest(salt, whole(item));
