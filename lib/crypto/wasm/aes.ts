// AES-256 (FIPS 197) as it decrypts, in CBC. Words have the first byte of a column lowest, as they stand in memory.

// Worked out by `prepareAes`, so that they need not be part of the file.
const SBOX = memory.data(256);
const UNSBOX = memory.data(256);
/** Four tables of 256 words: the inverse of SubBytes with that of MixColumns, for each place of a byte in a word. */
const TABLES = memory.data(4096, 16);

function double(value: u32): u32 {
  return (value << 1) ^ ((value >> 7) * 0x11b);
}

/** Sections 5.1.1 and 5.3. Once for an instance. */
export function prepareAes(): void {
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
    const word = (s8 ^ s4 ^ s2) | (s9 << 8) | ((s9 ^ s4) << 16) | ((s9 ^ s2) << 24);
    for (let turn: u32 = 0; turn < 4; turn++) store<u32>(TABLES + (turn << 10) + (x << 2), rotl(word, turn << 3));
  }
}

@inline
function substituted(table: usize, w: u32, x: u32, y: u32, z: u32): u32 {
  return (
    <u32>load<u8>(table + (w & 0xff)) |
    (<u32>load<u8>(table + ((x >>> 8) & 0xff)) << 8) |
    (<u32>load<u8>(table + ((y >>> 16) & 0xff)) << 16) |
    (<u32>load<u8>(table + (z >>> 24)) << 24)
  );
}

/** Twice each byte, as in section 4.2.1. */
@inline
function doubled(x: v128): v128 {
  return v128.xor(i8x16.add(x, x), v128.and(i8x16.lt_s(x, i8x16.splat(0)), i8x16.splat(0x1b)));
}

/** Each byte of a column two places on. */
@inline
function opposite(x: v128): v128 {
  return i8x16.shuffle(x, x, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13);
}

/** InvMixColumns (section 5.3.3), which is MixColumns after 5 times each byte and 4 times its opposite. */
@inline
function unmixed(column: v128): v128 {
  const x = v128.xor(column, doubled(doubled(v128.xor(column, opposite(column)))));
  const next = i8x16.shuffle(x, x, 1, 2, 3, 0, 5, 6, 7, 4, 9, 10, 11, 8, 13, 14, 15, 12);
  const sum = v128.xor(x, next);
  return v128.xor(v128.xor(doubled(sum), next), opposite(sum));
}

/** Key expansion (section 5.2), turned round for the equivalent inverse cipher (section 5.3.5). */
export function expand(slot: usize, key: usize): void {
  let a = load<u32>(key, 0);
  let b = load<u32>(key, 4);
  let c = load<u32>(key, 8);
  let d = load<u32>(key, 12);
  let e = load<u32>(key, 16);
  let f = load<u32>(key, 20);
  let g = load<u32>(key, 24);
  let h = load<u32>(key, 28);
  let round: u32 = 1;
  for (let at = slot + 224; ; at -= 32) {
    v128.store(at, i32x4(a, b, c, d));
    if (at === slot) break;
    v128.store(at - 16, i32x4(e, f, g, h));
    a ^= substituted(SBOX, h >>> 8, h >>> 8, h >>> 8, rotr(h, 8)) ^ round;
    b ^= a;
    c ^= b;
    d ^= c;
    e ^= substituted(SBOX, d, d, d, d);
    f ^= e;
    g ^= f;
    h ^= g;
    round <<= 1;
  }
  for (let at = slot + 16; at < slot + 224; at += 16) v128.store(at, unmixed(v128.load(at)));
}

@inline
function column(w: u32, x: u32, y: u32, z: u32, key: u32): u32 {
  return (
    load<u32>((w << 2) & 0x3fc, TABLES) ^
    load<u32>((x >>> 6) & 0x3fc, TABLES + 1024) ^
    (load<u32>((y >>> 14) & 0x3fc, TABLES + 2048) ^
    load<u32>((z >>> 22) & 0x3fc, TABLES + 3072) ^
    key)
  );
}

/**
 * CBC (NIST SP 800-38A, section 6.2) over `iv || data`, with section 5.3.5 of FIPS 197. The text may take the place of
 * its ciphertext: each block is read before the one before it is written over.
 */
export function decrypt(slot: usize, body: usize, size: usize, to: usize): void {
  for (let at: usize = 16; at < size; at += 16) {
    const from = body + at;
    let a = load<u32>(from, 0) ^ load<u32>(slot, 0);
    let b = load<u32>(from, 4) ^ load<u32>(slot, 4);
    let c = load<u32>(from, 8) ^ load<u32>(slot, 8);
    let d = load<u32>(from, 12) ^ load<u32>(slot, 12);
    for (let key = slot + 16; key < slot + 224; key += 16) {
      const w = column(a, d, c, b, load<u32>(key, 0));
      const x = column(b, a, d, c, load<u32>(key, 4));
      const y = column(c, b, a, d, load<u32>(key, 8));
      const z = column(d, c, b, a, load<u32>(key, 12));
      a = w;
      b = x;
      c = y;
      d = z;
    }
    const bytes = i32x4(
      substituted(UNSBOX, a, d, c, b),
      substituted(UNSBOX, b, a, d, c),
      substituted(UNSBOX, c, b, a, d),
      substituted(UNSBOX, d, c, b, a),
    );
    const mask = v128.xor(v128.load(slot, 224), v128.load(from - 16));
    v128.store(to + at - 16, v128.xor(bytes, mask));
  }
}
