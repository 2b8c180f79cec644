// Opens a whole batch of type 2 ciphertexts in one call: base64, MAC, AES-256-CBC, padding and UTF-8. AssemblyScript,
// compiled by scripts/lib/wasm.mjs. How it is called stands in lib/crypto/open-many.ts, its sources and what its time
// tells in docs/crypto.md.

/** What one entry asks for. They are the numbers of `asks` in lib/crypto/open-many.ts. */
const OPEN = 0;
const CHECK = 1;
const ITEM_KEY = 2;
const CHECKSUM = 3;

/** What an entry answers in place of a length, where its ciphertext cannot be opened. */
const BROKEN = -1;

// SHA-256, FIPS 180-4, section 4.2.2.
const K = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);
/** Section 5.3.3. */
const FIRST_STATE = memory.data<u32>([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

// Worked out by `prepare`, so that they need not be part of the file.
const SBOX = memory.data(256);
const UNSBOX = memory.data(256);
/** Four tables of 256 words: the inverse of SubBytes with that of MixColumns, for each place of a byte in a word. */
const TABLES = memory.data(4096, 16);
const VALUES = memory.data(256);

const SCHEDULE = memory.data(256, 16);
const STATE = memory.data(32, 16);
const TAIL = memory.data(128, 16);
const FORWARD = memory.data(240, 16);

/** A key that is ready for use: 60 words to decrypt with, and the states after both pads of HMAC. */
const SLOT_SIZE = 304;
const INNER = 240;
const OUTER = 272;
const outerSlot = memory.data(SLOT_SIZE, 16);
const itemSlot = memory.data(SLOT_SIZE, 16);

const KEY_SIZE = 64;

/** Where a caller may begin to write: 64 bytes of the outer key, then the entries, the ciphertexts, the texts. */
export function base(): usize {
  return __heap_base;
}

function double(value: u32): u32 {
  return (value << 1) ^ ((value >> 7) * 0x11b);
}

/** The tables of AES (FIPS 197, sections 5.1.1 and 5.3) and of base64. Once for an instance. */
export function prepare(): void {
  let p: u32 = 1;
  let q: u32 = 1;
  do {
    // p goes through all that are not zero as powers of 3, and q is its inverse.
    p = p ^ double(p);
    q = q ^ (q << 1);
    q = q ^ (q << 2);
    q = (q ^ (q << 4)) & 0xff;
    if (q & 0x80) q = q ^ 0x09;
    const s = q ^ rotl<u8>(<u8>q, 1) ^ rotl<u8>(<u8>q, 2) ^ rotl<u8>(<u8>q, 3) ^ rotl<u8>(<u8>q, 4) ^ 0x63;
    store<u8>(SBOX + p, <u8>s);
  } while (p !== 1);
  store<u8>(SBOX, 0x63);
  for (let x: u32 = 0; x < 256; x++) store<u8>(UNSBOX + load<u8>(SBOX + x), <u8>x);
  for (let x: u32 = 0; x < 256; x++) {
    const s: u32 = load<u8>(UNSBOX + x);
    const s2 = double(s);
    const s4 = double(s2);
    const s8 = double(s4);
    const s9 = s8 ^ s;
    const word = ((s8 ^ s4 ^ s2) << 24) | (s9 << 16) | ((s9 ^ s4) << 8) | (s9 ^ s2);
    for (let turn: u32 = 0; turn < 4; turn++) store<u32>(TABLES + (turn << 10) + (x << 2), rotr(word, turn << 3));
  }
  memory.fill(VALUES, 64, 256);
  for (let i: u32 = 0; i < 26; i++) {
    store<u8>(VALUES + 65 + i, <u8>i);
    store<u8>(VALUES + 97 + i, <u8>(26 + i));
    if (i < 10) store<u8>(VALUES + 48 + i, <u8>(52 + i));
  }
  store<u8>(VALUES + 43, 62);
  store<u8>(VALUES + 47, 63);
}

@inline
function word(at: usize): u32 {
  return bswap(load<u32>(at));
}

@inline
function chosen(e: u32, f: u32, g: u32, h: u32, at: usize): u32 {
  return (
    h +
    (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) +
    (g ^ (e & (f ^ g))) +
    load<u32>(K + at) +
    load<u32>(SCHEDULE + at)
  );
}

@inline
function majority(a: u32, b: u32, c: u32): u32 {
  return (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) | (c & (a | b)));
}

/** FIPS 180-4, section 6.2.2. */
function compress(state: usize, block: usize): void {
  for (let t: usize = 0; t < 64; t += 4) store<u32>(SCHEDULE + t, word(block + t));
  for (let t: usize = 64; t < 256; t += 4) {
    const x = load<u32>(SCHEDULE + t - 60);
    const y = load<u32>(SCHEDULE + t - 8);
    const s0 = rotr(x, 7) ^ rotr(x, 18) ^ (x >>> 3);
    const s1 = rotr(y, 17) ^ rotr(y, 19) ^ (y >>> 10);
    store<u32>(SCHEDULE + t, s1 + load<u32>(SCHEDULE + t - 28) + s0 + load<u32>(SCHEDULE + t - 64));
  }
  let a = load<u32>(state, 0);
  let b = load<u32>(state, 4);
  let c = load<u32>(state, 8);
  let d = load<u32>(state, 12);
  let e = load<u32>(state, 16);
  let f = load<u32>(state, 20);
  let g = load<u32>(state, 24);
  let h = load<u32>(state, 28);
  // Eight rounds at a time, after which each letter has its own place again: moving them costs more than adding.
  for (let t: usize = 0; t < 256; t += 32) {
    h = chosen(e, f, g, h, t + 0);
    d += h;
    h += majority(a, b, c);
    g = chosen(d, e, f, g, t + 4);
    c += g;
    g += majority(h, a, b);
    f = chosen(c, d, e, f, t + 8);
    b += f;
    f += majority(g, h, a);
    e = chosen(b, c, d, e, t + 12);
    a += e;
    e += majority(f, g, h);
    d = chosen(a, b, c, d, t + 16);
    h += d;
    d += majority(e, f, g);
    c = chosen(h, a, b, c, t + 20);
    g += c;
    c += majority(d, e, f);
    b = chosen(g, h, a, b, t + 24);
    f += b;
    b += majority(c, d, e);
    a = chosen(f, g, h, a, t + 28);
    e += a;
    a += majority(b, c, d);
  }
  store<u32>(state, load<u32>(state, 0) + a, 0);
  store<u32>(state, load<u32>(state, 4) + b, 4);
  store<u32>(state, load<u32>(state, 8) + c, 8);
  store<u32>(state, load<u32>(state, 12) + d, 12);
  store<u32>(state, load<u32>(state, 16) + e, 16);
  store<u32>(state, load<u32>(state, 20) + f, 20);
  store<u32>(state, load<u32>(state, 24) + g, 24);
  store<u32>(state, load<u32>(state, 28) + h, 28);
}

/** Absorbs a message that follows `before` other bytes, with the closing bit and the length in bits. */
function absorbLast(state: usize, message: usize, size: usize, before: u32): void {
  const whole = size & ~63;
  for (let at: usize = 0; at < whole; at += 64) compress(state, message + at);
  const left = size - whole;
  const end: usize = left + 9 > 64 ? 128 : 64;
  memory.copy(TAIL, message + whole, left);
  store<u8>(TAIL + left, 0x80);
  memory.fill(TAIL + left + 1, 0, end - left - 1);
  store<u32>(TAIL + end - 4, bswap((before + <u32>size) << 3));
  for (let at: usize = 0; at < end; at += 64) compress(state, TAIL + at);
}

function absorbPad(state: usize, secret: usize, pad: u32): void {
  memory.copy(state, FIRST_STATE, 32);
  const pads = pad * 0x01010101;
  for (let at: usize = 0; at < 64; at += 4)
    store<u32>(TAIL + at, at < 32 ? load<u32>(secret + at) ^ pads : pads);
  compress(state, TAIL);
}

/** HMAC-SHA-256 (RFC 2104) of a body, compared with a MAC in a time that depends on the length only. */
function isGenuine(slot: usize, body: usize, size: usize, mac: usize): bool {
  memory.copy(STATE, slot + INNER, 32);
  absorbLast(STATE, body, size, 64);
  for (let at: usize = 0; at < 32; at += 4) store<u32>(SCHEDULE + at, word(STATE + at));
  memory.copy(STATE, slot + OUTER, 32);
  // The digest is copied before the schedule is written over.
  absorbLast(STATE, SCHEDULE, 32, 64);
  let difference: u32 = 0;
  for (let at: usize = 0; at < 32; at += 4) difference |= load<u32>(STATE + at) ^ word(mac + at);
  return difference === 0;
}

@inline
function substituted(value: u32): u32 {
  return (
    (<u32>load<u8>(SBOX + (value >>> 24)) << 24) |
    (<u32>load<u8>(SBOX + ((value >>> 16) & 0xff)) << 16) |
    (<u32>load<u8>(SBOX + ((value >>> 8) & 0xff)) << 8) |
    <u32>load<u8>(SBOX + (value & 0xff))
  );
}

@inline
function table(turn: usize, value: u32): u32 {
  return load<u32>(TABLES + (turn << 10) + ((value & 0xff) << 2));
}

/** Key expansion (FIPS 197, section 5.2), turned round for the equivalent inverse cipher (section 5.3.5). */
function makeReady(slot: usize, key: usize): void {
  for (let at: usize = 0; at < 32; at += 4) store<u32>(FORWARD + at, word(key + at));
  let round: u32 = 1;
  for (let i: usize = 8; i < 60; i++) {
    let last = load<u32>(FORWARD + ((i - 1) << 2));
    if ((i & 7) === 0) {
      last = substituted(rotl(last, 8)) ^ (round << 24);
      round = double(round);
    } else if ((i & 7) === 4) last = substituted(last);
    store<u32>(FORWARD + (i << 2), load<u32>(FORWARD + ((i - 8) << 2)) ^ last);
  }
  for (let i: usize = 0; i < 60; i++) {
    const value = load<u32>(FORWARD + ((56 - (i & ~3) + (i & 3)) << 2));
    const isEnd = i < 4 || i >= 56;
    const s = isEnd ? 0 : substituted(value);
    const mixed = table(0, s >>> 24) ^ table(1, s >>> 16) ^ table(2, s >>> 8) ^ table(3, s);
    store<u32>(slot + (i << 2), isEnd ? value : mixed);
  }
  absorbPad(slot + INNER, key + 32, 0x36);
  absorbPad(slot + OUTER, key + 32, 0x5c);
}

@inline
function last(a: u32, b: u32, c: u32, d: u32, key: u32): u32 {
  const bytes =
    (<u32>load<u8>(UNSBOX + (a >>> 24)) << 24) |
    (<u32>load<u8>(UNSBOX + ((b >>> 16) & 0xff)) << 16) |
    (<u32>load<u8>(UNSBOX + ((c >>> 8) & 0xff)) << 8) |
    <u32>load<u8>(UNSBOX + (d & 0xff));
  return bytes ^ key;
}

/** CBC (NIST SP 800-38A, section 6.2) over `iv || data` with AES-256 (FIPS 197, section 5.3.5). */
function decrypt(slot: usize, body: usize, size: usize, to: usize): void {
  for (let at: usize = 16; at < size; at += 16) {
    const from = body + at;
    let a = word(from) ^ load<u32>(slot, 0);
    let b = word(from + 4) ^ load<u32>(slot, 4);
    let c = word(from + 8) ^ load<u32>(slot, 8);
    let d = word(from + 12) ^ load<u32>(slot, 12);
    for (let key = slot + 16; key < slot + 224; key += 16) {
      const w = table(0, a >>> 24) ^ table(1, d >>> 16) ^ table(2, c >>> 8) ^ table(3, b) ^ load<u32>(key, 0);
      const x = table(0, b >>> 24) ^ table(1, a >>> 16) ^ table(2, d >>> 8) ^ table(3, c) ^ load<u32>(key, 4);
      const y = table(0, c >>> 24) ^ table(1, b >>> 16) ^ table(2, a >>> 8) ^ table(3, d) ^ load<u32>(key, 8);
      const z = table(0, d >>> 24) ^ table(1, c >>> 16) ^ table(2, b >>> 8) ^ table(3, a) ^ load<u32>(key, 12);
      a = w;
      b = x;
      c = y;
      d = z;
    }
    const plain = to + at - 16;
    store<u32>(plain, bswap(last(a, d, c, b, load<u32>(slot, 224))) ^ load<u32>(from - 16), 0);
    store<u32>(plain, bswap(last(b, a, d, c, load<u32>(slot, 228))) ^ load<u32>(from - 12), 4);
    store<u32>(plain, bswap(last(c, b, a, d, load<u32>(slot, 232))) ^ load<u32>(from - 8), 8);
    store<u32>(plain, bswap(last(d, c, b, a, load<u32>(slot, 236))) ^ load<u32>(from - 4), 12);
  }
}

/** Whether base64 at `from`, over which it is decoded, is the SHA-256 of a text. Protocol chapter 1.6. */
function isChecksum(from: usize, size: i32, text: usize, length: usize): bool {
  if (decode(from, from + size, from) !== 32) return false;
  memory.copy(STATE, FIRST_STATE, 32);
  absorbLast(STATE, text, length, 0);
  let difference: u32 = 0;
  for (let at: usize = 0; at < 32; at += 4) difference |= load<u32>(STATE + at) ^ word(from + at);
  return difference === 0;
}

@inline
function value(at: usize): u32 {
  return load<u8>(VALUES + load<u8>(at));
}

/**
 * Decodes base64 in the one spelling that a value has (RFC 4648, sections 3.5 and 4).
 *
 * @returns how many bytes it wrote, or -1.
 */
function decode(from: usize, end: usize, to: usize): i32 {
  const length = end - from;
  if (length < 4 || (length & 3) !== 0) return BROKEN;
  const padded: usize = load<u8>(end - 1) === 61 ? (load<u8>(end - 2) === 61 ? 2 : 1) : 0;
  const whole = padded === 0 ? end : end - 4;
  let seen: u32 = 0;
  let written = to;
  for (let at = from; at < whole; at += 4) {
    const a = value(at);
    const b = value(at + 1);
    const c = value(at + 2);
    const d = value(at + 3);
    seen |= a | b | c | d;
    store<u8>(written, <u8>((a << 2) | (b >> 4)));
    store<u8>(written + 1, <u8>((b << 4) | (c >> 2)));
    store<u8>(written + 2, <u8>((c << 6) | d));
    written += 3;
  }
  if (padded > 0) {
    const a = value(whole);
    const b = value(whole + 1);
    const c = padded === 1 ? value(whole + 2) : 0;
    if ((padded === 1 ? c & 3 : b & 15) !== 0) return BROKEN;
    seen |= a | b | c;
    store<u8>(written, <u8>((a << 2) | (b >> 4)));
    written += 1;
    if (padded === 1) {
      store<u8>(written, <u8>((b << 4) | (c >> 2)));
      written += 1;
    }
  }
  return seen >= 64 ? BROKEN : <i32>(written - to);
}

function barFrom(from: usize, end: usize): usize {
  let at = from;
  while (at < end && load<u8>(at) !== 124) at += 1;
  return at;
}

/** How many bytes of `iv || data` stand at `to` now, with the MAC after them; -1 where the text is no type 2. */
function takeApart(from: usize, size: usize, to: usize): i32 {
  const end = from + size;
  if (size < 2 || load<u16>(from) !== 0x2e32) return BROKEN;
  const first = barFrom(from + 2, end);
  const second = barFrom(first + 1, end);
  if (second >= end || decode(from + 2, first, to) !== 16) return BROKEN;
  const data = decode(first + 1, second, to + 16);
  if (data <= 0 || (data & 15) !== 0) return BROKEN;
  return decode(second + 1, end, to + 16 + data) === 32 ? 16 + data : BROKEN;
}

/** PKCS #7 (RFC 5652, section 6.3): how many bytes are left without the padding, or -1. */
function withoutPadding(plain: usize, size: i32): i32 {
  const padding: i32 = load<u8>(plain + size - 1);
  if (padding < 1 || padding > 16) return BROKEN;
  for (let i = size - padding; i < size; i++) if (load<u8>(plain + i) !== padding) return BROKEN;
  return size - padding;
}

/** How long the text is in UTF-16, which is how the caller counts; -1 where the bytes are no UTF-8 (RFC 3629). */
function lengthOfText(from: usize, size: i32): i32 {
  const end = from + size;
  let at = from;
  let units = 0;
  while (at < end) {
    const lead: u32 = load<u8>(at);
    units += 1;
    at += 1;
    if (lead < 0x80) continue;
    if (lead < 0xc2 || lead > 0xf4) return BROKEN;
    const more: usize = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (at + more > end) return BROKEN;
    const second: u32 = load<u8>(at);
    // No spelling that is too long, no half of a surrogate pair, nothing after U+10FFFF.
    if (lead === 0xe0 && second < 0xa0) return BROKEN;
    if (lead === 0xed && second > 0x9f) return BROKEN;
    if (lead === 0xf0 && second < 0x90) return BROKEN;
    if (lead === 0xf4 && second > 0x8f) return BROKEN;
    for (let i: usize = 0; i < more; i++) if ((load<u8>(at + i) & 0xc0) !== 0x80) return BROKEN;
    if (more === 3) units += 1;
    at += more;
  }
  return units;
}

/** Whether an item's key was opened and is ready. No text is a key, as `asSymmetricKey` says. */
function takeItemKey(from: usize, size: i32): bool {
  if (size !== KEY_SIZE || lengthOfText(from, size) !== BROKEN) return false;
  makeReady(itemSlot, from);
  return true;
}

/**
 * Goes through the entries in order. Each is two words: the size of its ciphertext in bytes, over which its answer is
 * written, and what it asks for. An answer is the length of the text in UTF-16, 0 for what is only checked or is a key,
 * or -1, which is also the answer to a checksum that is not the one of the last text before it. Entries after an
 * item's key are under that key, up to the next one.
 *
 * @param entries where they stand.
 * @param input where the ciphertexts stand, one after the other.
 * @param output where the texts go, one after the other, as UTF-8; there is room for all of the input.
 * @returns where the texts end.
 */
export function openMany(count: i32, entries: usize, input: usize, output: usize): usize {
  makeReady(outerSlot, base());
  let slot: usize = outerSlot;
  let from = input;
  let to = output;
  let text = output;
  for (let i = 0; i < count; i++) {
    const entry = entries + (<usize>i << 3);
    const size: i32 = load<i32>(entry);
    const asks: i32 = load<i32>(entry, 4);
    const within: usize = asks === ITEM_KEY ? outerSlot : slot;
    let answer: i32 = BROKEN;
    const body = within === 0 ? BROKEN : takeApart(from, size, to);
    if (body !== BROKEN && isGenuine(within, to, body, to + body)) {
      if (asks === CHECK) answer = 0;
      else {
        // The text takes the place of its ciphertext: each block is read before the one before it is written over.
        decrypt(within, to, body, to);
        const plain = withoutPadding(to, body - 16);
        if (asks === OPEN && plain !== BROKEN) {
          answer = lengthOfText(to, plain);
          text = to;
          if (answer !== BROKEN) to += plain;
        } else if (asks === CHECKSUM) {
          if (plain !== BROKEN && isChecksum(to, plain, text, to - text)) answer = 0;
        } else if (plain !== BROKEN && takeItemKey(to, plain)) answer = 0;
      }
    }
    // Nothing is opened under an item's key that does not open itself.
    if (asks === ITEM_KEY) slot = answer === BROKEN ? 0 : itemSlot;
    from += size;
    store<i32>(entry, answer);
  }
  return to;
}
