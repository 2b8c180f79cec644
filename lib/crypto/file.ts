import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, equalBytes, randomBytes } from "@/lib/crypto/bytes";
import { blockSize, encType, macSize } from "@/lib/crypto/enc-string";
import { CannotOpen, MalformedCiphertext } from "@/lib/crypto/errors";
import { fileHead, isSealedFileSize } from "@/lib/crypto/file-size";
import { importCipher } from "@/lib/crypto/symmetric";
import { authenticationHalf } from "@/lib/crypto/symmetric-key";
import type { Bytes, SymmetricKey } from "@/lib/crypto/types";

/** How much of a file is in memory at once. Whole blocks. */
const piece = 1024 * 1024;

/**
 * Seals a file as one type 2 ciphertext in its binary form, piece by piece. Protocol chapter 2.3. `iv` is 16 random
 * bytes, never used before. It rejects with the browser's own error when the file can no longer be read.
 */
export async function sealFile(
  key: SymmetricKey,
  plain: Blob,
  { iv = randomBytes(blockSize), pieceSize = piece } = {},
): Promise<Blob> {
  const cipher = await importCipher(key, "encrypt");
  const mac = hmac.create(sha256, authenticationHalf(key)).update(iv);
  const sealed: Blob[] = [];
  let chain = iv;
  for (let from = 0; sealed.length === 0 || from < plain.size; from += pieceSize) {
    const bytes = await bytesOf(plain.slice(from, from + pieceSize));
    const whole = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv: chain }, cipher, bytes));
    // WebCrypto pads each piece. Only the last one's padding is the file's.
    const data = from + pieceSize < plain.size ? whole.subarray(0, -blockSize) : whole;
    mac.update(data);
    chain = data.slice(-blockSize);
    sealed.push(new Blob([data]));
  }
  return new Blob([Uint8Array.of(encType), iv, mac.digest() as Bytes, ...sealed]);
}

/**
 * Opens a sealed file. The MAC over all of it is checked before any of it is decrypted, so it is read twice.
 *
 * @throws {MalformedCiphertext} at what is no sealed file.
 * @throws {CannotOpen} when it was not sealed with this key, or was changed since.
 */
export async function openFile(key: SymmetricKey, sealed: Blob, { pieceSize = piece } = {}): Promise<Blob> {
  if (!isSealedFileSize(sealed.size)) throw new MalformedCiphertext();
  const head = await bytesOf(sealed.slice(0, fileHead));
  if (head[0] !== encType) throw new MalformedCiphertext();
  const iv = head.slice(1, 1 + blockSize);
  const data = sealed.slice(fileHead);

  const mac = hmac.create(sha256, authenticationHalf(key)).update(iv);
  for (let from = 0; from < data.size; from += pieceSize)
    mac.update(await bytesOf(data.slice(from, from + pieceSize)));
  if (!equalBytes(mac.digest(), head.subarray(fileHead - macSize))) throw new CannotOpen();

  const [decipher, cipher] = await Promise.all([importCipher(key, "decrypt"), importCipher(key, "encrypt")]);
  const opened: Blob[] = [];
  let chain = iv;
  for (let from = 0; from < data.size; from += pieceSize) {
    const bytes = await bytesOf(data.slice(from, from + pieceSize));
    const next = bytes.slice(-blockSize);
    // WebCrypto takes no piece without padding, so one that is not the last is given some.
    const padding =
      from + pieceSize < data.size
        ? new Uint8Array(
            await crypto.subtle.encrypt({ name: "AES-CBC", iv: next }, cipher, new Uint8Array(0)),
          )
        : new Uint8Array(0);
    const parameters = { name: "AES-CBC", iv: chain };
    try {
      opened.push(new Blob([await crypto.subtle.decrypt(parameters, decipher, concatBytes(bytes, padding))]));
    } catch {
      throw new CannotOpen();
    }
    chain = next;
  }
  return new Blob(opened);
}

const bytesOf = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer());
