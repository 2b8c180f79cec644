import { blockSize, macSize } from "@/lib/crypto/enc-string";

/** What stands before the data of a sealed file: its type, the IV and the MAC. Protocol chapter 2.3. */
export const fileHead = 1 + blockSize + macSize;

/** How many bytes a file of so many has once it is sealed: it is padded to whole blocks, and always by something. */
export const sealedFileSize = (plain: number): number =>
  fileHead + blockSize * (Math.floor(plain / blockSize) + 1);

/** Whether a sealed file can have this size. */
export const isSealedFileSize = (size: number): boolean =>
  size >= sealedFileSize(0) && (size - fileHead) % blockSize === 0;
