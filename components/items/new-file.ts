import type { ServedFile } from "@/components/items/item";
import { download, type ItemOfFiles, type Transferred, type Way } from "@/components/items/transfer";
import type { WithItemKey } from "@/components/items/use-with-item-key";

/** A file that comes to an item once the item is saved. */
export type NewFile = {
  id: string;
  name: string;
  size: number;
  /** Its contents: at hand, or fetched from the item that it is copied of. */
  read: (way: Omit<Way, "withKey">) => Promise<Transferred<File>>;
  isCopied: boolean;
};

export const fileOfDevice = (file: File): NewFile => ({
  ...{ id: crypto.randomUUID(), name: file.name, size: file.size, isCopied: false },
  read: async () => ({ ok: true, result: file }),
});

/** A file of another item. It is opened, and sealed anew under a key of its own. */
export const copyOfFile = (
  item: ItemOfFiles,
  file: ServedFile & { name: string },
  withKey: WithItemKey,
): NewFile => ({
  ...{ id: file.id, name: file.name, size: file.size, isCopied: true },
  async read(way) {
    const got = await download(item, file, { ...way, withKey });
    return got.ok ? { ok: true, result: new File([got.result], file.name) } : got;
  },
});
