import { unzipSync } from "fflate";
import { CannotImport } from "@/lib/import/trouble";

/** How large what a file holds may become, once it is unpacked. */
export const largestUnpacked = 64 * 1024 * 1024;
const most = 20_000;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/** A name that leads out of the archive, or to a place of the machine. */
const leadsOut = (name: string) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:/i.test(name);

/**
 * The files of an archive that are wanted, by their names. What an archive says of its sizes is believed only as far
 * as refusing goes: nothing larger than it said is unpacked, and the whole is bounded before anything is.
 *
 * @throws {CannotImport} `unsafe_archive` for too many or too large files and for names that lead out of it.
 */
export function unzip(
  bytes: Uint8Array,
  isWanted: (name: string, size: number) => boolean,
  largest: number = largestUnpacked,
): Map<string, Uint8Array> {
  let count = 0;
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        count += 1;
        if (count > most || leadsOut(name)) throw new CannotImport("unsafe_archive");
        if (!isWanted(name, originalSize)) return false;
        size += originalSize;
        if (size > largest) throw new CannotImport("unsafe_archive");
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    throw error instanceof CannotImport ? error : new CannotImport("damaged");
  }
}

/** The files of an archive and how large it says they are. Nothing is unpacked. */
export function sizesIn(bytes: Uint8Array): Map<string, number> {
  const sizes = new Map<string, number>();
  unzip(bytes, (name, size) => {
    sizes.set(name, size);
    return false;
  });
  return sizes;
}
