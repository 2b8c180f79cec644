import { authenticationHalf } from "@/lib/crypto/symmetric-key";
import type { Bytes, SymmetricKey } from "@/lib/crypto/types";

const blockSize = 64;
const macSize = 32;

const primes = [2];
for (let n = 3; primes.length < 64; n += 2) if (primes.every((prime) => n % prime !== 0)) primes.push(n);

/** The first 32 bits of the fractions of roots of primes (FIPS 180-4, sections 4.2.2 and 5.3.3). */
const fractions = (roots: number[]) => Int32Array.from(roots, (root) => ((root % 1) * 2 ** 32) | 0);
const roundConstants = fractions(primes.map(Math.cbrt));
const initialState = fractions(primes.slice(0, 8).map(Math.sqrt));

// One schedule serves every block: this module is synchronous, and allocating one each time costs more than hashing.
const schedule = new Int32Array(blockSize);

/**
 * HMAC-SHA-256 (RFC 2104) for many short messages under one key, in one go. The key is digested once, and no
 * message allocates anything. Answers whether each message's MAC is the expected one, compared in constant time.
 */
export function macChecker(key: SymmetricKey): (message: Bytes, mac: Bytes) => boolean {
  const authenticate = authenticator(key);
  return (message, mac) => differenceFrom(authenticate(message), mac) === 0;
}

/** The same, answering each message's MAC. */
export function macMaker(key: SymmetricKey): (message: Bytes) => Bytes {
  const authenticate = authenticator(key);
  return (message) => {
    const mac = new Uint8Array(macSize);
    write(authenticate(message), mac);
    return mac;
  };
}

/** Answers the state of one hash, which the next message overwrites. */
function authenticator(key: SymmetricKey): (message: Bytes) => Int32Array {
  const secret = authenticationHalf(key);
  const inner = absorbPad(secret, 0x36);
  const outer = absorbPad(secret, 0x5c);
  const state = new Int32Array(8);
  const tail = new Uint8Array(2 * blockSize);
  const digest = new Uint8Array(blockSize);

  return (message) => {
    state.set(inner);
    absorbLast(state, message, tail);
    digest.fill(0, macSize);
    write(state, digest);
    state.set(outer);
    absorbLast(state, digest.subarray(0, macSize), tail);
    return state;
  };
}

function absorbPad(secret: Bytes, pad: number): Int32Array {
  const block = new Uint8Array(blockSize).fill(pad);
  for (let i = 0; i < secret.length; i++) block[i] = (block[i] ?? 0) ^ (secret[i] ?? 0);
  const state = initialState.slice();
  compress(state, block, 0);
  return state;
}

/** Absorbs a message that follows one block of padded key, with the closing bit and the length in bits. */
function absorbLast(state: Int32Array, message: Uint8Array, tail: Uint8Array): void {
  const whole = message.length - (message.length % blockSize);
  for (let at = 0; at < whole; at += blockSize) compress(state, message, at);

  const left = message.length - whole;
  const end = left + 9 > blockSize ? 2 * blockSize : blockSize;
  for (let i = 0; i < left; i++) tail[i] = message[whole + i] ?? 0;
  tail[left] = 0x80;
  tail.fill(0, left + 1, end);
  const bits = (blockSize + message.length) * 8;
  for (let i = 0; i < 4; i++) tail[end - 1 - i] = bits >>> (8 * i);
  for (let at = 0; at < end; at += blockSize) compress(state, tail, at);
}

function write(state: Int32Array, bytes: Uint8Array): void {
  for (let i = 0; i < 8; i++) {
    const word = state[i] ?? 0;
    bytes[4 * i] = word >>> 24;
    bytes[4 * i + 1] = word >>> 16;
    bytes[4 * i + 2] = word >>> 8;
    bytes[4 * i + 3] = word;
  }
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)
  );
}

function differenceFrom(state: Int32Array, mac: Uint8Array): number {
  let difference = mac.length ^ macSize;
  for (let i = 0; i < 8; i++) difference |= (state[i] ?? 0) ^ wordAt(mac, 4 * i);
  return difference;
}

/** SHA-256's compression function (FIPS 180-4, section 6.2.2). */
function compress(state: Int32Array, bytes: Uint8Array, at: number): void {
  const w = schedule;
  for (let t = 0; t < 16; t++) w[t] = wordAt(bytes, at + 4 * t);
  for (let t = 16; t < 64; t++) {
    const x = w[t - 15] ?? 0;
    const y = w[t - 2] ?? 0;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[t] = s1 + (w[t - 7] ?? 0) + s0 + (w[t - 16] ?? 0);
  }

  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let t = 0; t < 64; t++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (roundConstants[t] ?? 0) + (w[t] ?? 0)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}
