import type { OpenedVault } from "@/components/items/open-vault";
import type { ItemType } from "@/lib/domain/item/types";

/** A view of the vault: what is shown of it. */
export type VaultFilter =
  | { by: "all" }
  | { by: "mine" }
  | { by: "favorite" }
  | { by: "type"; type: ItemType }
  | { by: "archive" }
  | { by: "trash" }
  | { by: "organization"; id: string }
  | { by: "collection"; id: string }
  /** Null for what is in none. */
  | { by: "folder"; id: string | null };

const everything: VaultFilter = { by: "all" };

export type InViews = Pick<
  OpenedVault["items"][number],
  "collectionIds" | "deletedAt" | "marks" | "organizationId" | "type"
>;

/** Whether an item is in the view that is chosen. */
export function passes(item: InViews, filter: VaultFilter): boolean {
  const isTrashed = item.deletedAt !== null;
  if (filter.by === "trash" || isTrashed) return filter.by === "trash" && isTrashed;
  const { isArchived, isFavorite } = item.marks;
  if (filter.by === "archive" || isArchived) return filter.by === "archive" && isArchived;
  switch (filter.by) {
    case "favorite":
      return isFavorite;
    case "all":
      return true;
    case "mine":
      return item.organizationId === null;
    case "type":
      return item.type === filter.type;
    case "organization":
      return item.organizationId === filter.id;
    case "collection":
      return item.collectionIds.includes(filter.id);
    case "folder":
      return item.marks.folderId === filter.id;
  }
}

/** The view that was chosen; everything, once the collection or folder of it is gone. */
export function stillThere(filter: VaultFilter, { collections, folders }: OpenedVault): VaultFilter {
  const isThere =
    filter.by === "collection"
      ? collections.some(({ id }) => id === filter.id)
      : filter.by !== "folder" || filter.id === null || folders.some(({ id }) => id === filter.id);
  return isThere ? filter : everything;
}
