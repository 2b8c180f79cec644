import type { ItemRow } from "@/components/items/item";
import type { OpenedBefore } from "@/lib/vault/open-items";

// As `localeCompare` compares, in one go for a list of ten thousand.
const names = new Intl.Collator();

/** Sorts rows by name. Rows that cannot be opened are last. */
export const byName = (one: ItemRow, other: ItemRow) =>
  Number(one.content === null) - Number(other.content === null) ||
  names.compare(one.content?.name ?? "", other.content?.name ?? "");

/** What was opened of an owner's items before. Those that could not be opened are tried again. */
export const openedBefore = (
  items: readonly ItemRow[] | undefined,
  organizationId: string | null,
): OpenedBefore =>
  new Map(
    items?.flatMap((row) =>
      row.organizationId === organizationId && row.content
        ? [[row.id, { sealed: row.sealed, opened: { content: row.content, damage: row.damage } }]]
        : [],
    ),
  );
