import type { EncString } from "@/lib/crypto/types";
import type { LoginItem, SealedLogin } from "@/lib/vault/item";
import { fromFields, toFields, withChecksums } from "@/lib/vault/item-codec";
import type { KeyRef, SealedFields, Vault } from "@/lib/vault/vault";

/**
 * Seals a login under a fresh key of its own, and that key under `ref`. Whatever a server says it supports,
 * there is always an item key and a checksum for every address: without them, whoever keeps the ciphertexts
 * could move them between items and fields unnoticed. Protocol chapter 1.6.
 */
export async function sealLogin(vault: Vault, ref: KeyRef, item: LoginItem): Promise<SealedLogin> {
  return asLogin(await vault.sealItem(ref, toFields(withChecksums(item))), item);
}

/** Seals a changed login again under the key it has. */
export async function resealLogin(
  vault: Vault,
  ref: KeyRef,
  key: EncString,
  item: LoginItem,
): Promise<SealedLogin> {
  return asLogin(await vault.resealItem(ref, key, toFields(withChecksums(item))), item);
}

function asLogin({ key, fields }: SealedFields, item: LoginItem): SealedLogin {
  const texts = fromFields(
    fields,
    item.uris.map((uri) => uri.match),
  );
  if (!texts) throw new Error("a vault seals as many fields as it is given");
  const { name, notes, ...login } = texts;
  return { key, name, notes, login };
}
