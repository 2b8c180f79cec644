import type { Named, OpenedTexts, SealedTexts } from "@/lib/crypto/batch";
import type { Answers, Batch } from "@/lib/crypto/open-many";
import type { SealedUnderPassword } from "@/lib/crypto/password-seal";
import type { Bytes, EncString, KdfSettings } from "@/lib/crypto/types";
import type { KeyRef } from "@/lib/vault/served";

export type NamedFile = { name: string; contents: Blob };
export type SealedFile = { key: EncString; fileName: EncString; contents: Blob };
type KeysOfFile = { itemKey: EncString; key: EncString };

/** What is asked about texts, items and their files. */
export interface VaultOfContents {
  /** Seals texts under `ref`, in order. */
  sealTexts(ref: KeyRef, texts: string[]): Promise<EncString[]>;

  /** Opens texts under `ref`, in order. A text that cannot be opened is null. */
  openTexts(ref: KeyRef, texts: EncString[]): Promise<(string | null)[]>;

  /** Opens many items, each with a key of its own sealed under `ref`, in one call. */
  openItems(ref: KeyRef, items: SealedTexts[]): Promise<OpenedTexts[]>;

  /** The same as bytes, which are moved between a page and its worker where ten thousand objects would be copied. */
  openBatch(ref: KeyRef, batch: Batch): Promise<Answers>;

  /**
   * Seals megabytes for this device: they open only as what they were sealed `about`. Bytes that are given to it or to
   * `openBlob` are moved to where the keys are, with all of their buffer, and are not to be used again.
   */
  sealBlob(ref: KeyRef, about: string, plain: Bytes): Promise<Bytes>;

  /** Rejects with `cannot_open`. */
  openBlob(ref: KeyRef, about: string, blob: Bytes): Promise<Bytes>;

  /** Seals one item's texts under a fresh key of its own, and that key under `ref`. */
  sealItem(ref: KeyRef, texts: Named<string>): Promise<{ key: EncString; texts: Named<EncString> }>;

  /** Seals a text under a password that belongs to nothing else, such as that of an exported file. */
  sealUnderPassword(password: string, kdf: KdfSettings, text: string): Promise<SealedUnderPassword>;
  /** The same for many items, in one call: what a file holds is sealed in parts of some hundred. */
  sealItems(ref: KeyRef, items: Named<string>[]): Promise<{ key: EncString; texts: Named<EncString> }[]>;

  /**
   * Seals a file under a fresh key of its own, and that key and the file's name under an item's key (sealed under `ref`).
   * Rejects with the browser's own error when the file can no longer be read.
   */
  sealFile(ref: KeyRef, itemKey: EncString, file: NamedFile): Promise<SealedFile>;

  /** Opens a file with its own key, which is sealed under an item's. Rejects with `cannot_open`. */
  openFile(ref: KeyRef, keys: KeysOfFile, sealed: Blob): Promise<Blob>;

  /** Seals an item's texts again under the key it has (sealed under `ref`). */
  resealItem(ref: KeyRef, key: EncString, texts: Named<string>): Promise<Named<EncString>>;
}
