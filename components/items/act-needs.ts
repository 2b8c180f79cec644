import type { ItemOwner, ItemRow } from "@/components/items/item";
import type { ItemTask } from "@/components/items/item-tasks";
import type { ItemAct } from "@/components/items/use-item-acts";

/** What is done at once, or in a dialog. */
export type AnyAct = ItemAct | ItemTask;

/** Why an act cannot be done with everything that is selected. */
export type Why = "trashed" | "kept" | "owners" | "forbidden" | "damaged";

/** The items that an act is for, and where items can be kept. */
type Among = { items: readonly ItemRow[]; owners: readonly ItemOwner[] };

/** What an act needs of each item, and why it cannot be done without. Null: then another act is offered instead. */
type Need = { why: Why | null; holds: (item: ItemRow, among: Among) => boolean };

const need = (why: Why | null, holds: Need["holds"]): Need => ({ why, holds });

const isKept = need("trashed", ({ deletedAt }) => deletedAt === null);
const isTrashed = need("kept", ({ deletedAt }) => deletedAt !== null);
const opens = need("damaged", ({ content }) => content !== null);
/** What is damaged would be sealed as if it were not. */
const isWhole = need("damaged", ({ content, damage }) => content !== null && damage.length === 0);
const mayDelete = need("forbidden", ({ may }) => may.delete);
const isOwn = need("owners", ({ organizationId }) => organizationId === null);
const isOfOne = need(
  "owners",
  ({ organizationId }, { items }) => organizationId === items[0]?.organizationId,
);
const mayAssign = need(
  "forbidden",
  ({ may, organizationId }, { owners }) =>
    may.assign && owners.some((owner) => owner.organizationId === organizationId),
);

const needs: Record<AnyAct, readonly Need[]> = {
  edit: [isKept, opens, need("forbidden", ({ may }) => may.edit)],
  clone: [isKept, opens, need("forbidden", ({ may }) => may.reveal)],
  favorite: [isKept],
  unfavorite: [isKept, need(null, ({ marks }) => marks.isFavorite)],
  archive: [isKept, need(null, ({ marks }) => !marks.isArchived)],
  unarchive: [isKept, need(null, ({ marks }) => marks.isArchived)],
  folder: [isKept],
  share: [isKept, isOwn, isWhole],
  assign: [isKept, isOfOne, mayAssign],
  restore: [isTrashed, mayDelete],
  trash: [isKept, mayDelete],
  deleteForGood: [isTrashed, mayDelete],
};

/** Why an act cannot be done with all of them, and how many of them are in the way. */
export type Lacking = { why: Why; count: number };

/**
 * Whether something can be done with all of these items. `lacking` if it could be with some of them alone, and false
 * where it could be with none.
 */
export function canBeDone(act: AnyAct, among: Among): boolean | Lacking {
  const lacking = needs[act].find(({ holds }) => !among.items.every((item) => holds(item, among)));
  if (!lacking) return true;
  const { why, holds } = lacking;
  const alone = (item: ItemRow) => needs[act].every((each) => each.holds(item, { ...among, items: [item] }));
  if (why === null || !among.items.some(alone)) return false;
  return { why, count: among.items.filter((item) => !holds(item, among)).length };
}
