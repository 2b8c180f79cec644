import type { Entry } from "@/lib/import/entry";
import type { Remark } from "@/lib/import/trouble";

/** What a file holds, and what of it is not as it was. Items that are left out stand in the remarks alone. */
export type Imported = {
  entries: Entry[];
  /** Every folder that the file names, those without items too, in the order in which they come. */
  folders: string[];
  remarks: Remark[];
};

/** Collects what a format finds. */
export function collect() {
  const found: Imported = { entries: [], folders: [], remarks: [] };
  const named = new Set<string>();
  const folder = (path: string) => {
    if (path === "" || named.has(path)) return;
    named.add(path);
    found.folders.push(path);
  };
  return {
    found,
    folder,
    add(entry: Entry) {
      found.entries.push(entry);
      entry.folders.forEach(folder);
    },
    remark(remark: Remark) {
      found.remarks.push(remark);
    },
  };
}

export type Collected = ReturnType<typeof collect>;
