// Base64 (RFC 4648, section 4), sixteen letters at a time.

/** What is answered in place of a length, where something cannot be opened. */
export const BROKEN = -1;

/** The bits of a letter's lower half that are set in none of its upper half, if it is of the alphabet. */
@inline
function strange(low: v128, high: v128): v128 {
  const byLow = i8x16(21, 17, 17, 17, 17, 17, 17, 17, 17, 17, 19, 26, 27, 27, 27, 26);
  const byHigh = i8x16(16, 16, 1, 2, 4, 8, 4, 8, 16, 16, 16, 16, 16, 16, 16, 16);
  return v128.and(i8x16.swizzle(byLow, low), i8x16.swizzle(byHigh, high));
}

/** From letters to their values. What they differ by depends on the upper half, but for the slash. */
@inline
function valuesOf(letters: v128, high: v128): v128 {
  const apart = i8x16(0, 16, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0);
  const isSlash = i8x16.eq(letters, i8x16.splat(47));
  return i8x16.add(letters, i8x16.swizzle(apart, i8x16.add(high, isSlash)));
}

/** Twelve bytes of sixteen values, and four of zero. */
@inline
function packed(values: v128): v128 {
  const pairs = v128.or(
    i16x8.shl(v128.and(values, i16x8.splat(0xff)), 6),
    i16x8.shr_u(values, 8),
  );
  const groups = i32x4.dot_i16x8_s(pairs, i32x4.splat(0x00011000));
  return i8x16.shuffle(groups, i8x16.splat(0), 2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, 16, 16, 16, 16);
}

/**
 * Decodes base64, of four letters at least, in the one spelling that a value has (sections 3.5 and 4). It writes whole vectors: up to sixteen bytes
 * after the last. It may decode over what it reads, as it never comes closer.
 *
 * @returns how many bytes it stands for, or -1.
 */
export function decode(from: usize, end: usize, to: usize): i32 {
  const length = end - from;
  if ((length & 3) !== 0) return BROKEN;
  const padded: usize = load<u8>(end - 1) === 61 ? (load<u8>(end - 2) === 61 ? 2 : 1) : 0;
  const whole = end - padded;
  const size = length / 4 * 3 - padded;
  let seen = i8x16.splat(0);
  let written = to;
  for (let at = from; at < whole; at += 16) {
    let letters = v128.load(at);
    if (whole - at < 16) {
      // What stands after the last letter counts as the one of the value 0.
      const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
      const isOurs = i8x16.lt_u(places, i8x16.splat(<i8>(whole - at)));
      letters = v128.bitselect(letters, i8x16.splat(65), isOurs);
    }
    const high = v128.and(i16x8.shr_u(letters, 4), i8x16.splat(15));
    seen = v128.or(seen, strange(v128.and(letters, i8x16.splat(15)), high));
    v128.store(written, packed(valuesOf(letters, high)));
    written += 12;
  }
  // The bits of the last letter that are in no byte are zero in the one spelling.
  if (padded > 0 && load<u8>(to + size) !== 0) return BROKEN;
  return v128.any_true(seen) ? BROKEN : <i32>size;
}
