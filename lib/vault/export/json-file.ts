import type { KdfSettings } from "@/lib/crypto/types";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import { type ItemFacts, wireItem } from "@/lib/vault/export/wire-item";
import type { OpenItem } from "@/lib/vault/item";
import type { KeyRef } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

export type NamedCollection = { id: string; organizationId: string; name: string };
export type NamedFolder = { id: string; name: string };
/** What the items are in: an organization's collections, or the folders of one's own vault. */
export type Holders = { collections: readonly NamedCollection[] } | { folders: readonly NamedFolder[] };

/** What is exported: one person's own items, or an organization's with its collections. */
export type Exported = { facts: ItemFacts; item: OpenItem }[];

const holdersOnWire = (holders: Holders) =>
  "collections" in holders
    ? { collections: holders.collections.map((collection) => ({ ...collection, externalId: null })) }
    : holders;

const endOfFile = "]\n}";

/**
 * The file that other programs read too, in parts that follow each other, one for each item: forty thousand in one go would
 * hold the page. Protocol chapter 16.1.
 */
export function* jsonParts(items: Exported, holders: Holders): Generator<string> {
  const empty = JSON.stringify({ encrypted: false, ...holdersOnWire(holders), items: [] }, null, 2);
  yield empty.slice(0, -endOfFile.length);
  for (const [at, { facts, item }] of items.entries()) {
    const text = JSON.stringify(wireItem(facts, item), null, 2);
    // A break of a line within a text is written as a letter, so each of these stands between parts.
    yield `${at === 0 ? "" : ","}\n${text}`.replaceAll("\n", "\n    ");
  }
  yield items.length === 0 ? endOfFile : `\n  ${endOfFile}`;
}

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
