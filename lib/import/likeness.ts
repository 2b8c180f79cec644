import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64 } from "@/lib/crypto/base64";
import { utf8 } from "@/lib/crypto/bytes";
import { commonShape, type Shape, shapes } from "@/lib/domain/item/shapes";
import type { OpenItem, ShownItem } from "@/lib/vault/item";

/** Most formats take a name without the spaces around it, so these make no other item. */
const bare = (name: string | null) => name?.trim() ?? null;

/** By what an item is found again before its secrets are opened. */
function shown({ type, name, data }: Pick<ShownItem | OpenItem, "type" | "name" | "data">): unknown[] {
  if (!("uris" in data)) return [type, bare(name)];
  return [type, bare(name), data.username || null, data.uris[0]?.uri ?? null];
}

/** All that an item holds, part by part in the order of its shape: whoever leaves it out for another one loses nothing. */
const whole = (item: OpenItem): unknown[] => [
  item.type,
  partsOf(commonShape, { ...item, name: bare(item.name) }),
  partsOf(shapes[item.type], item.data),
];

function partsOf(shape: Shape, of: object): unknown[] {
  return Object.entries(shape).map(([name, part]) => {
    const value: unknown = Reflect.get(of, name);
    // Files do not say whether what is empty is a text or nothing.
    if (part.is !== "list") return value === "" ? null : (value ?? null);
    return ((value ?? []) as object[]).map((entry) => partsOf(part.entry, entry));
  });
}

const digest = (salt: string, parts: unknown[]): string =>
  toBase64(sha256(utf8(salt + JSON.stringify(parts))));

/** Digests, so that the worker that reads a file is told nothing of what a vault holds. The salt is new for each file. */
export const shownLikeness = (salt: string, item: Parameters<typeof shown>[0]): string =>
  digest(salt, shown(item));
export const wholeLikeness = (salt: string, item: OpenItem): string => digest(salt, whole(item));
