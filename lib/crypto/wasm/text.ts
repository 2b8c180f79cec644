import { BROKEN } from "./base64";

/** PKCS #7 (RFC 5652, section 6.3): how many bytes are left without the padding, or -1. */
export function withoutPadding(plain: usize, size: i32): i32 {
  const padding: i32 = load<u8>(plain + size - 1);
  if (padding < 1 || padding > 16) return BROKEN;
  const isPadding = i8x16.eq(v128.load(plain + size - 16), i8x16.splat(<i8>padding));
  return i8x16.bitmask(isPadding) >>> (16 - padding) === (1 << padding) - 1 ? size - padding : BROKEN;
}

/** How long the text is in UTF-16, which is how the caller counts; -1 where the bytes are no UTF-8 (RFC 3629). */
export function lengthOfText(from: usize, size: i32): i32 {
  const end = from + size;
  let at = from;
  let units = 0;
  while (at < end) {
    const lead: u32 = load<u8>(at);
    if (lead < 0x80) {
      // As many letters of ASCII as there are in a row, of up to sixteen.
      const others = i8x16.bitmask(v128.load(at)) | 0x10000;
      const many = min<usize>(ctz(others), end - at);
      units += <i32>many;
      at += many;
      continue;
    }
    units += 1;
    at += 1;
    if (lead < 0xc2 || lead > 0xf4) return BROKEN;
    const more: usize = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    const second: u32 = load<u8>(at);
    // No spelling that is too long, no half of a surrogate pair, nothing after U+10FFFF.
    if (lead === 0xe0 && second < 0xa0) return BROKEN;
    if (lead === 0xed && second > 0x9f) return BROKEN;
    if (lead === 0xf0 && second < 0x90) return BROKEN;
    if (lead === 0xf4 && second > 0x8f) return BROKEN;
    // What stands after a text is its padding, and goes on with no letter.
    for (let i: usize = 0; i < more; i++) if ((load<u8>(at + i) & 0xc0) !== 0x80) return BROKEN;
    if (more === 3) units += 1;
    at += more;
  }
  return units;
}
