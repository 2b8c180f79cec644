import { CannotImport } from "@/lib/import/trouble";

const decode = (encoding: string, bytes: Uint8Array) =>
  new TextDecoder(encoding, { fatal: encoding === "utf-8" }).decode(bytes);

/** What Windows-1252 has at 0x80 to 0x9f. Some runtimes decode it as if it were Latin-1, which has nothing there. */
const high = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const decodeWindows = (bytes: Uint8Array) =>
  decode("windows-1252", bytes).replace(
    /[\u0080-\u009f]/g,
    (letter) => high[letter.charCodeAt(0) - 0x80] ?? letter,
  );

/** How many of the first bytes at even and at odd places are zero: in UTF-16, half of a Latin text is. */
function zeros(bytes: Uint8Array): { even: number; odd: number; of: number } {
  const head = bytes.subarray(0, 2000);
  const count = { even: 0, odd: 0, of: Math.max(1, head.length / 2) };
  head.forEach((byte, at) => {
    if (byte === 0) count[at % 2 === 0 ? "even" : "odd"] += 1;
  });
  return count;
}

/** The text of a file: UTF-8 with or without a mark, UTF-16 of both orders, and Windows-1252 where it is no UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decode("utf-16be", bytes);
  const { even, odd, of } = zeros(bytes);
  if (odd > of * 0.4 && even < of * 0.1) return decode("utf-16le", bytes);
  if (even > of * 0.4 && odd < of * 0.1) return decode("utf-16be", bytes);
  if (even + odd > of * 0.6) throw new CannotImport("unknown");
  try {
    return decode("utf-8", bytes);
  } catch {
    return decodeWindows(bytes);
  }
}
