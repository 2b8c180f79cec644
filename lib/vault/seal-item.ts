import type { EncString } from "@/lib/crypto/types";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import type { EditedItem, OpenItem } from "@/lib/vault/item";
import { sealedFrom, textsToSeal } from "@/lib/vault/item-codec";
import { resealItemRows, type SealedAttachment } from "@/lib/vault/reseal-items";
import type { KeyRef } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/**
 * Seals an item under a fresh key of its own, and that key under `ref`. Whatever a server says it supports,
 * there is always an item key and a checksum for every address: without them, whoever keeps the ciphertexts
 * could move them between items and fields unnoticed. Protocol chapter 1.6.
 */
export async function sealItem<Item extends OpenItem>(
  vault: Vault,
  ref: KeyRef,
  item: Item,
): Promise<SealedItem<Item["type"]>> {
  const { key, texts } = await vault.sealItem(ref, textsToSeal(item));
  return sealedFrom(item, key, texts);
}

/** The same of several items, which the vault seals in one go. */
export async function sealItems<Item extends OpenItem>(
  vault: Vault,
  ref: KeyRef,
  items: readonly Item[],
): Promise<SealedItem<Item["type"]>[]> {
  const sealed = await vault.sealItems(ref, items.map(textsToSeal));
  return items.map((item, at) => {
    const made = sealed[at];
    if (!made) throw new Error("each item is sealed");
    return sealedFrom(item, made.key, made.texts);
  });
}

/** Seals a changed item again under the key it has. */
export async function resealItem<Item extends EditedItem>(
  vault: Vault,
  ref: KeyRef,
  key: EncString,
  item: Item,
): Promise<SealedItem<Item["type"]>> {
  return sealedFrom(item, key, await vault.resealItem(ref, key, textsToSeal(item)));
}

type WithFiles = SealedItem & { attachments?: SealedAttachment[] };

/**
 * Seals items of one's own anew for an organization, whose key the vault holds, each under a fresh key: whoever is
 * given one there holds no key of anything that was kept of it before. Null for one of which any part does not open.
 */
export async function sealItemsFor(
  vault: Vault,
  organizationId: string,
  items: readonly WithFiles[],
): Promise<(Required<WithFiles> | null)[]> {
  const keys = { of: "user", next: `organization:${organizationId}` } as const;
  const anew = await resealItemRows(vault, keys, items);
  // What is sealed anew has the shape that it had.
  return anew.map(({ sealed }) => sealed as Required<WithFiles> | null);
}
