import { largestFile } from "@/lib/domain/attachment/limits";
import type { EntryFile } from "@/lib/import/entry";
import { CannotImport } from "@/lib/import/trouble";
import { sizesIn, unzip } from "@/lib/import/unzip";

/** What a format may take out of the archive that its data came in. */
export type Archive = {
  names: readonly string[];
  /** A file of an entry, by what stands before "__" in its name in the archive; null if there is none. */
  file: (id: string, name: string) => EntryFile | null;
};

/** Of data that came without an archive. */
export const emptyArchive: Archive = { names: [], file: () => null };

/** Files are unpacked one by one when they are asked for, so that never more than one is in memory. */
export function archiveOf(bytes: Uint8Array): Archive {
  const sizes = sizesIn(bytes);
  const names = [...sizes.keys()];
  const byId = new Map(names.map((name) => [name.split("__", 1)[0], name]));
  return {
    names,
    file(id, name) {
      const path = byId.get(id);
      if (path === undefined) return null;
      const read = () => {
        const found = unzip(bytes, (each) => each === path, largestFile).get(path);
        if (!found) throw new CannotImport("damaged");
        return found;
      };
      return { name, size: sizes.get(path) ?? 0, mark: path, read };
    },
  };
}
