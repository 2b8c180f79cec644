import { unsafe } from "@noble/ciphers/aes.js";
import { encryptionHalf } from "@/lib/crypto/symmetric-key";
import type { Bytes, SymmetricKey } from "@/lib/crypto/types";

const wordsInBlock = 4;

/** Multiplies in the field of AES: polynomials over bits, modulo x^8 + x^4 + x^3 + x + 1 (FIPS 197, section 4.2). */
function times(a: number, b: number): number {
  let product = 0;
  for (let factor = a, bits = b; bits > 0; bits >>= 1) {
    if (bits & 1) product ^= factor;
    factor = (factor << 1) ^ (factor & 0x80 ? 0x11b : 0);
  }
  return product;
}

const inverseSbox = new Uint8Array(256);
for (let value = 0, power = 1, inverse = 1; value < 256; value++) {
  // 3 generates the field and 0xf6 is its inverse: together they walk through every pair of inverses.
  const x = value === 255 ? 0 : inverse;
  const spread = x ^ (x << 1) ^ (x << 2) ^ (x << 3) ^ (x << 4);
  inverseSbox[((spread ^ (spread >> 8)) & 0xff) ^ 0x63] = value === 255 ? 0 : power;
  power = times(power, 3);
  inverse = times(inverse, 0xf6);
}

/** InvSubBytes and InvMixColumns of one byte, in each of its four places in a little-endian word. */
const columns = [0, 8, 16, 24].map((turn) =>
  Int32Array.from(inverseSbox, (s) => {
    const word = times(s, 14) | (times(s, 9) << 8) | (times(s, 13) << 16) | (times(s, 11) << 24);
    return turn === 0 ? word : (word << turn) | (word >>> (32 - turn));
  }),
);
const [t0 = new Int32Array(), t1 = t0, t2 = t0, t3 = t0] = columns;

const mixed = (a: number, b: number, c: number, d: number) =>
  (t0[a & 255] ?? 0) ^ (t1[(b >>> 8) & 255] ?? 0) ^ (t2[(c >>> 16) & 255] ?? 0) ^ (t3[d >>> 24] ?? 0);

const substituted = (a: number, b: number, c: number, d: number) =>
  (inverseSbox[a & 255] ?? 0) |
  ((inverseSbox[(b >>> 8) & 255] ?? 0) << 8) |
  ((inverseSbox[(c >>> 16) & 255] ?? 0) << 16) |
  ((inverseSbox[d >>> 24] ?? 0) << 24);

export function cbcDecrypter(key: SymmetricKey): (body: Bytes) => Bytes {
  const roundKeys = new Int32Array(unsafe.expandKeyDecLE(encryptionHalf(key)).buffer);
  return (body) => {
    const input = new Int32Array(body.buffer, body.byteOffset, body.length / 4);
    const plain = new Int32Array(input.length - wordsInBlock);
    for (let i = 0; i < plain.length; i += wordsInBlock) decryptBlock(roundKeys, input, plain, i);
    return new Uint8Array(plain.buffer);
  };
}

function decryptBlock(roundKeys: Int32Array, input: Int32Array, plain: Int32Array, i: number): void {
  let k = wordsInBlock;
  let a = (input[i + 4] ?? 0) ^ (roundKeys[0] ?? 0);
  let b = (input[i + 5] ?? 0) ^ (roundKeys[1] ?? 0);
  let c = (input[i + 6] ?? 0) ^ (roundKeys[2] ?? 0);
  let d = (input[i + 7] ?? 0) ^ (roundKeys[3] ?? 0);
  for (; k < roundKeys.length - wordsInBlock; k += wordsInBlock) {
    const e = mixed(a, d, c, b) ^ (roundKeys[k] ?? 0);
    const f = mixed(b, a, d, c) ^ (roundKeys[k + 1] ?? 0);
    const g = mixed(c, b, a, d) ^ (roundKeys[k + 2] ?? 0);
    const h = mixed(d, c, b, a) ^ (roundKeys[k + 3] ?? 0);
    a = e;
    b = f;
    c = g;
    d = h;
  }
  plain[i] = substituted(a, d, c, b) ^ (roundKeys[k] ?? 0) ^ (input[i] ?? 0);
  plain[i + 1] = substituted(b, a, d, c) ^ (roundKeys[k + 1] ?? 0) ^ (input[i + 1] ?? 0);
  plain[i + 2] = substituted(c, b, a, d) ^ (roundKeys[k + 2] ?? 0) ^ (input[i + 2] ?? 0);
  plain[i + 3] = substituted(d, c, b, a) ^ (roundKeys[k + 3] ?? 0) ^ (input[i + 3] ?? 0);
}
