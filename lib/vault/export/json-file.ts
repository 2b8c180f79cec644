import type { KdfSettings } from "@/lib/crypto/types";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import { type ItemFacts, wireItem } from "@/lib/vault/export/wire-item";
import type { OpenItem } from "@/lib/vault/item";
import type { KeyRef } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

export type NamedCollection = { id: string; organizationId: string; name: string };

/** What is exported: one person's own items, or an organization's with its collections. */
export type Exported = { facts: ItemFacts; item: OpenItem }[];

const holdersOf = (collections: readonly NamedCollection[] | null) =>
  collections
    ? { collections: collections.map((collection) => ({ ...collection, externalId: null })) }
    : { folders: [] };

/** The file that other programs read too. Protocol chapter 16.1. `collections` is null for one's own vault. */
export const jsonFile = (items: Exported, collections: readonly NamedCollection[] | null): string =>
  JSON.stringify(
    {
      encrypted: false,
      ...holdersOf(collections),
      items: items.map(({ facts, item }) => wireItem(facts, item)),
    },
    null,
    2,
  );

const kdfOnWire = (kdf: KdfSettings) =>
  kdf.type === "pbkdf2_sha256"
    ? { kdfType: 0, kdfIterations: kdf.iterations }
    : {
        kdfType: 1,
        kdfIterations: kdf.iterations,
        kdfMemory: kdf.memory,
        kdfParallelism: kdf.parallelism,
      };

/** The same file under a password of its own, which opens it anywhere. Protocol chapter 16.3. */
export async function protectedFile(
  vault: Vault,
  { password, kdf }: { password: string; kdf: KdfSettings },
  json: string,
): Promise<string> {
  const { salt, check, data } = await vault.sealUnderPassword(password, kdf, json);
  const head = { encrypted: true, passwordProtected: true, salt, ...kdfOnWire(kdf) };
  return JSON.stringify({ ...head, encKeyValidation_DO_NOT_EDIT: check, data }, null, 2);
}

/** Items as the server has them: only their owner's own key opens what still opens of them. Protocol chapter 16.2. */
export async function sealedFile(
  vault: Vault,
  ref: KeyRef,
  items: readonly { facts: ItemFacts; item: SealedItem }[],
): Promise<string> {
  const [check] = await vault.sealTexts(ref, [crypto.randomUUID()]);
  return JSON.stringify(
    {
      encrypted: true,
      encKeyValidation_DO_NOT_EDIT: check,
      folders: [],
      items: items.map(({ facts, item }) => wireItem(facts, item)),
    },
    null,
    2,
  );
}
