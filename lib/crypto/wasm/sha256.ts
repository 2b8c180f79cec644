// SHA-256 (FIPS 180-4) of four messages side by side: word i of each is one of the four lanes of vector i.

// Section 4.2.2.
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

/** The words of the blocks that come next, and room for all 64 that are made of them. */
export const SCHEDULE = memory.data(1024, 16);
export const STATES = memory.data(128, 16);

@inline
function rotated(x: v128, by: i32): v128 {
  return v128.or(i32x4.shr_u(x, by), i32x4.shl(x, 32 - by));
}

@inline
function mixed(x: v128, y: v128, z: v128): v128 {
  return v128.xor(v128.xor(x, y), z);
}

@inline
function chosen(e: v128, f: v128, g: v128, h: v128, t: usize): v128 {
  const sum = mixed(rotated(e, 6), rotated(e, 11), rotated(e, 25));
  const choice = v128.xor(g, v128.and(e, v128.xor(f, g)));
  const given = i32x4.add(v128.load32_splat(K + t), v128.load(SCHEDULE + (t << 2)));
  return i32x4.add(i32x4.add(h, sum), i32x4.add(choice, given));
}

@inline
function majority(a: v128, b: v128, ab: v128, bc: v128): v128 {
  const sum = mixed(rotated(a, 2), rotated(a, 13), rotated(a, 22));
  return i32x4.add(sum, v128.xor(b, v128.and(ab, bc)));
}

@inline
function addTo(at: usize, x: v128, lanes: v128): void {
  v128.store(at, i32x4.add(v128.load(at), v128.and(x, lanes)));
}

/** Section 6.2.2, for the blocks whose words stand in the schedule. The states of other lanes stay as they are. */
export function compress(lanes: v128): void {
  for (let t = SCHEDULE; t < SCHEDULE + 768; t += 16) {
    const x = v128.load(t, 16);
    const y = v128.load(t, 224);
    const s0 = mixed(rotated(x, 7), rotated(x, 18), i32x4.shr_u(x, 3));
    const s1 = mixed(rotated(y, 17), rotated(y, 19), i32x4.shr_u(y, 10));
    v128.store(t, i32x4.add(i32x4.add(s1, v128.load(t, 144)), i32x4.add(s0, v128.load(t))), 256);
  }
  let a = v128.load(STATES, 0);
  let b = v128.load(STATES, 16);
  let c = v128.load(STATES, 32);
  let d = v128.load(STATES, 48);
  let e = v128.load(STATES, 64);
  let f = v128.load(STATES, 80);
  let g = v128.load(STATES, 96);
  let h = v128.load(STATES, 112);
  // Four rounds at a time, after which the two halves have changed places: moving each letter costs more than adding.
  let bc = v128.xor(b, c);
  for (let t: usize = 0; t < 256; t += 16) {
    h = chosen(e, f, g, h, t + 0);
    d = i32x4.add(d, h);
    let ab = v128.xor(a, b);
    h = i32x4.add(h, majority(a, b, ab, bc));
    g = chosen(d, e, f, g, t + 4);
    c = i32x4.add(c, g);
    bc = v128.xor(h, a);
    g = i32x4.add(g, majority(h, a, bc, ab));
    f = chosen(c, d, e, f, t + 8);
    b = i32x4.add(b, f);
    ab = v128.xor(g, h);
    f = i32x4.add(f, majority(g, h, ab, bc));
    e = chosen(b, c, d, e, t + 12);
    a = i32x4.add(a, e);
    bc = v128.xor(f, g);
    e = i32x4.add(e, majority(f, g, bc, ab));
    const w = a;
    const x = b;
    const y = c;
    const z = d;
    a = e;
    b = f;
    c = g;
    d = h;
    e = w;
    f = x;
    g = y;
    h = z;
  }
  addTo(STATES, a, lanes);
  addTo(STATES + 16, b, lanes);
  addTo(STATES + 32, c, lanes);
  addTo(STATES + 48, d, lanes);
  addTo(STATES + 64, e, lanes);
  addTo(STATES + 80, f, lanes);
  addTo(STATES + 96, g, lanes);
  addTo(STATES + 112, h, lanes);
}

/** Every lane begins a message. */
export function begin(): void {
  for (let i: usize = 0; i < 8; i++) v128.store(STATES + (i << 4), v128.load32_splat(FIRST_STATE + (i << 2)));
}

/** Numbers in SHA-256 have their highest byte first. */
@inline
export function turned(x: v128): v128 {
  return i8x16.shuffle(x, x, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
}

/** Four rows of four words become four columns. */
export function crossed(to: usize, w: v128, x: v128, y: v128, z: v128): void {
  const wx = i32x4.shuffle(w, x, 0, 4, 1, 5);
  const yz = i32x4.shuffle(y, z, 0, 4, 1, 5);
  const wx2 = i32x4.shuffle(w, x, 2, 6, 3, 7);
  const yz2 = i32x4.shuffle(y, z, 2, 6, 3, 7);
  v128.store(to, i64x2.shuffle(wx, yz, 0, 2), 0);
  v128.store(to, i64x2.shuffle(wx, yz, 1, 3), 16);
  v128.store(to, i64x2.shuffle(wx2, yz2, 0, 2), 32);
  v128.store(to, i64x2.shuffle(wx2, yz2, 1, 3), 48);
}

/** Puts `size` bytes of each of four messages into the lanes of vectors. */
export function bringIn(to: usize, w: usize, x: usize, y: usize, z: usize, size: usize): void {
  for (let i: usize = 0; i < size; i += 16)
    crossed(
      to + (i << 2),
      turned(v128.load(w + i)),
      turned(v128.load(x + i)),
      turned(v128.load(y + i)),
      turned(v128.load(z + i)),
    );
}

/**
 * Ends a message that follows `before` other bytes with the closing bit and its length in bits (section 5.1.1). It
 * writes up to 72 bytes after the message.
 *
 * @returns how many blocks the message has now.
 */
export function close(message: usize, size: usize, before: u32): u32 {
  const blocks = (size + 72) >>> 6;
  const end = message + (blocks << 6);
  for (let at = end - 16; at > message + size; at -= 16) v128.store(at, i64x2.splat(0));
  v128.store(message + size, i64x2(0x80, 0));
  store<u32>(end - 4, bswap((before + <u32>size) << 3));
  return <u32>blocks;
}
