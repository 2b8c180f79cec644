import { type Named, openBatch, openItems, openTexts } from "@/lib/crypto/batch";
import { openFile, sealFile } from "@/lib/crypto/file";
import { sealUnderPassword } from "@/lib/crypto/password-seal";
import { openBlob, sealBlob } from "@/lib/crypto/seal-blob";
import { sealItems } from "@/lib/crypto/seal-many";
import { openBytes, sealBytes, sealText } from "@/lib/crypto/symmetric";
import { asSymmetricKey, makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";
import { inVaultWords } from "@/lib/vault/failures";
import type { Holding } from "@/lib/vault/holding";
import type { VaultOfContents } from "@/lib/vault/vault-of-contents";

/** What is sealed and opened with the keys: texts, items and their files. */
export const contentsOf = ({ keyOf }: Holding): VaultOfContents => ({
  async sealTexts(ref, texts) {
    const key = keyOf(ref);
    return Promise.all(texts.map((text) => sealText(key, text)));
  },

  openTexts: async (ref, texts) => openTexts(keyOf(ref), texts),

  openItems: async (ref, items) => openItems(keyOf(ref), items),

  openBatch: async (ref, batch) => openBatch(keyOf(ref), batch),

  sealBlob: async (ref, about, plain) => sealBlob(keyOf(ref), about, plain),

  openBlob: async (ref, about, blob) => inVaultWords(openBlob(keyOf(ref), about, blob)),

  async sealItem(ref, texts) {
    const key = keyOf(ref);
    const itemKey = makeSymmetricKey();
    return { key: await sealBytes(key, itemKey), texts: await sealNamed(itemKey, texts) };
  },

  async sealFile(ref, sealedItemKey, { name, contents }) {
    const itemKey = await inVaultWords(openBytes(keyOf(ref), sealedItemKey).then(asSymmetricKey));
    const fileKey = makeSymmetricKey();
    const [key, fileName] = await Promise.all([sealBytes(itemKey, fileKey), sealText(itemKey, name)]);
    return { key, fileName, contents: await sealFile(fileKey, contents) };
  },

  async openFile(ref, { itemKey: sealedItemKey, key }, sealed) {
    const itemKey = await inVaultWords(openBytes(keyOf(ref), sealedItemKey).then(asSymmetricKey));
    const fileKey = await inVaultWords(openBytes(itemKey, key).then(asSymmetricKey));
    return inVaultWords(openFile(fileKey, sealed));
  },

  sealUnderPassword,
  sealItems: async (ref, items) => sealItems(keyOf(ref), items),

  async resealItem(ref, sealedKey, texts) {
    const itemKey = await inVaultWords(openBytes(keyOf(ref), sealedKey).then(asSymmetricKey));
    return sealNamed(itemKey, texts);
  },
});

const sealNamed = async (itemKey: SymmetricKey, texts: Named<string>): Promise<Named<EncString>> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(texts).map(async ([name, text]) => [name, await sealText(itemKey, text)] as const),
    ),
  );
