import { describe, expect, test } from "vitest";
import { randomBytes } from "@/lib/crypto/bytes";
import { fromBinary, toBinary } from "@/lib/crypto/enc-string";
import { CannotOpen, MalformedCiphertext } from "@/lib/crypto/errors";
import { openFile, sealFile } from "@/lib/crypto/file";
import { isSealedFileSize, sealedFileSize } from "@/lib/crypto/file-size";
import { openParts, sealParts } from "@/lib/crypto/symmetric";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import { toHex } from "@/lib/crypto/vectors/hex";

const pieceSize = 64;
const expectSame = (one: Uint8Array, other: Uint8Array) => expect(toHex(one)).toBe(toHex(other));
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

describe("a file", () => {
  test.each([0, 1, 15, 16, 17, 63, 64, 65, 127, 128, 129, 1000])(
    "of %d bytes is sealed piece by piece as it would be in one piece, and opens again",
    async (size) => {
      const [key, plain, iv] = [makeSymmetricKey(), randomBytes(size), randomBytes(16)];
      const sealed = await sealFile(key, new Blob([plain]), { iv, pieceSize });
      const blob = await bytesOf(sealed);
      expectSame(blob, toBinary(await sealParts(key, plain, iv)));
      expectSame(await openParts(key, fromBinary(blob)), plain);
      expectSame(await bytesOf(await openFile(key, sealed, { pieceSize })), plain);
      expectSame(await bytesOf(await openFile(key, sealed)), plain);
      expect(sealed.size).toBe(sealedFileSize(size));
      expect(isSealedFileSize(sealed.size)).toBe(true);
      expect(isSealedFileSize(sealed.size + 1)).toBe(false);
    },
  );

  test("opens with its own key only, whole, and as it was", async () => {
    const key = makeSymmetricKey();
    const sealed = await bytesOf(await sealFile(key, new Blob([randomBytes(300)]), { pieceSize }));
    await expect(openFile(makeSymmetricKey(), new Blob([sealed]))).rejects.toThrow(CannotOpen);
    for (const at of [1, 20, 49, 150, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(openFile(key, new Blob([changed]), { pieceSize })).rejects.toThrow(CannotOpen);
    }
    await expect(openFile(key, new Blob([sealed.slice(0, -16)]), { pieceSize })).rejects.toThrow(CannotOpen);
    for (const none of [sealed.slice(0, -1), sealed.slice(0, 49), Uint8Array.of(0, ...sealed.slice(1))])
      await expect(openFile(key, new Blob([none]))).rejects.toThrow(MalformedCiphertext);
  });
});
