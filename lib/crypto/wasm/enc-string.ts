import { decode } from "./base64";

/** How long a ciphertext of one block is. */
const SHORTEST: usize = 96;

const iv = memory.data(32, 16);

/**
 * Puts `iv || data` in place of the ciphertext, and the MAC at `mac`, where there is room for a vector more.
 *
 * @returns how many bytes stand there now; 0 where it is no type 2.
 */
export function takenApart(at: usize, size: usize, mac: usize): usize {
  if (size < SHORTEST || load<u16>(at) !== 0x2e32) return 0;
  const end = at + size;
  if (load<u8>(at + 26) !== 124 || load<u8>(end - 45) !== 124) return 0;
  if (decode(at + 2, at + 26, iv) !== 16 || decode(end - 44, end, mac) !== 32) return 0;
  const data = decode(at + 27, end - 45, at + 16);
  // -1 is no number of whole blocks either.
  if ((data & 15) !== 0) return 0;
  v128.store(at, v128.load(iv));
  return 16 + data;
}
