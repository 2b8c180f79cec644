import { z } from "zod";
import { NamedFolder } from "@/lib/domain/folder/inputs";
import {
  CollectionId,
  FolderId,
  ImportId,
  ItemId,
  OrganizationId,
  OrganizationKeyId,
} from "@/lib/domain/ids";
import { importedAtOnce, placesOfOne } from "@/lib/domain/import/limits";
import { reprompts, SealedItem } from "@/lib/domain/item/sealed-item";
import { encString } from "@/lib/domain/sealed";
import { noneTwice, selected, selectedAtOnce } from "@/lib/domain/selection";

/** Where items are imported to: an organization, or one's own vault. */
export const ImportTarget = z.object({ organizationId: OrganizationId.nullable() });

/** One import of such a place. The browser makes its id. */
export const ImportOf = ImportTarget.extend({ importId: ImportId });

/** Items of an import whose files are sent after them. */
export const ListImportedItems = ImportOf.extend({
  itemIds: selected(ItemId).refine(noneTwice, { error: "invalid" }),
});

const ImportedItem = z
  .object({
    itemId: ItemId,
    /** Places in `into`: a list of ids for each item would be most of what is sent. */
    in: z.array(z.int().min(0)).max(placesOfOne, { error: "too_many" }),
    /** The person's own folder, in their own vault. */
    folderId: FolderId.nullable().default(null),
    reprompt: z.enum(reprompts).default("none"),
    isFavorite: z.boolean().default(false),
    isArchived: z.boolean().default(false),
  })
  .and(SealedItem);

/** What is made if it is not there yet, each under an id of its own. */
const madeOnce = <Row extends z.ZodType>(row: Row, idOf: (row: z.output<Row>) => string) =>
  z
    .array(row)
    .max(selectedAtOnce, { error: "too_many" })
    .refine((rows) => noneTwice(rows.map(idOf)), { error: "invalid" });

/**
 * One part of an import: items under ids that the browser made, and the collections or folders that they are in, of which
 * some are made with them. Items of an organization are in one of its collections at least, a person's own in none, and
 * in one of their folders at most. The same part again changes nothing.
 */
export const ImportItems = ImportOf.extend({
  organizationKeyId: OrganizationKeyId.nullable(),
  /** Collections that are made if they are not there yet. */
  collections: madeOnce(
    z.object({ collectionId: CollectionId, name: encString(1000) }),
    ({ collectionId }) => collectionId,
  ),
  /** Folders, in one's own vault. */
  folders: madeOnce(NamedFolder, ({ folderId }) => folderId).default([]),
  into: z
    .array(CollectionId)
    .max(importedAtOnce, { error: "too_many" })
    .refine(noneTwice, { error: "invalid" }),
  items: z
    .array(ImportedItem)
    .min(1)
    .max(importedAtOnce, { error: "too_many" })
    .refine((items) => noneTwice(items.map(({ itemId }) => itemId)), { error: "invalid" }),
}).superRefine(({ organizationId, into, items, collections, folders }, { addIssue }) => {
  const isPlaced = ({ in: places }: { in: number[] }) =>
    places.every((place) => place < into.length) && (organizationId !== null) === places.length > 0;
  if (!items.every(isPlaced)) addIssue({ code: "custom", path: ["items"], message: "invalid" });
  if (!organizationId && collections.length > 0)
    addIssue({ code: "custom", path: ["collections"], message: "invalid" });
  if (organizationId && (folders.length > 0 || items.some(({ folderId }) => folderId !== null)))
    addIssue({ code: "custom", path: ["folders"], message: "invalid" });
});
