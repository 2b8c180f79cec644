import { z } from "zod";
import { AttachmentsAnew } from "@/lib/domain/attachment/inputs";
import { CollectionId, FolderId, ItemId, OrganizationId, OrganizationKeyId } from "@/lib/domain/ids";
import { exportFormats } from "@/lib/domain/item/exporting";
import { KnownRevision } from "@/lib/domain/item/known-revision";
import { reprompts, SealedItem } from "@/lib/domain/item/sealed-item";
import { pageOnly } from "@/lib/domain/list-view";
import { noneTwice, selected } from "@/lib/domain/selection";

export const ItemTarget = z.object({ itemId: ItemId });

/** Items of one owner that somebody has selected. */
export const ItemsTarget = z.object({ itemIds: selected(ItemId).refine(noneTwice, { error: "invalid" }) });

/** What items are to one person alone. What is left out stays as it is. */
export const Marks = z.object({
  isFavorite: z.boolean().optional(),
  isArchived: z.boolean().optional(),
  /** Null for no folder. */
  folderId: FolderId.nullable().optional(),
});

export const MarkItems = ItemsTarget.extend(Marks.shape);

/** How many entries one request writes at most: an item in a collection is one. */
const entriesAtOnce = 25_000;

/** In which collections of their organization items come, and in which they are no more. */
export const AssignItems = ItemsTarget.extend({
  given: z.array(CollectionId).max(500, { error: "too_many" }),
  taken: z.array(CollectionId).max(500, { error: "too_many" }),
})
  .refine(({ given, taken }) => noneTwice([...given, ...taken]), { error: "invalid" })
  .superRefine(({ itemIds, given, taken }, { addIssue }) => {
    const maximum = Math.floor(entriesAtOnce / Math.max(1, given.length + taken.length));
    if (itemIds.length <= maximum) return;
    const limit = { maximum, origin: "array", inclusive: true } as const;
    addIssue({ code: "too_big", ...limit, message: "too_many", path: ["itemIds"], input: itemIds });
  });

/**
 * Which of the organization's keys the item's key is sealed under; null for one's own vault. Apps have one key of each
 * organization and no id of it: theirs is said to be the `current` one.
 */
const KeyOfOwner = z.union([OrganizationKeyId, z.literal("current")]);
const organizationKeyId = KeyOfOwner.nullable();

/**
 * The browser makes the id, so that sending twice creates once. An organization's item is in at least one
 * of its collections; a personal one, in none.
 */
export const CreateItem = z
  .object({
    itemId: ItemId,
    organizationId: OrganizationId.nullable(),
    organizationKeyId,
    collectionIds: z.array(CollectionId).max(500, { error: "too_many" }),
    reprompt: z.enum(reprompts).default("none"),
    marks: Marks.optional(),
  })
  .superRefine(({ organizationId, collectionIds }, context) => {
    const wrong = organizationId
      ? collectionIds.length === 0 && "too_few"
      : collectionIds.length > 0 && "invalid";
    if (wrong)
      context.addIssue({ code: "custom", path: ["collectionIds"], message: wrong, input: collectionIds });
  })
  .and(SealedItem);

/**
 * Items of one's own that become an organization's, each sealed anew under a fresh key of its own, and that under the
 * organization's.
 */
export const ShareItems = z.object({
  organizationId: OrganizationId,
  organizationKeyId: KeyOfOwner,
  collectionIds: z
    .array(CollectionId)
    .min(1, { error: "too_few" })
    .max(500, { error: "too_many" })
    .refine(noneTwice, { error: "invalid" }),
  items: selected(
    z
      .object({
        itemId: ItemId,
        lastKnownRevisionDate: KnownRevision,
        attachments: AttachmentsAnew,
      })
      .and(SealedItem),
  ).refine((items) => noneTwice(items.map(({ itemId }) => itemId)), { error: "invalid" }),
});

/** `lastKnownRevisionDate` is that of the version which was edited. Protocol chapter 5.6. */
export const UpdateItem = z
  .object({
    itemId: ItemId,
    organizationKeyId,
    lastKnownRevisionDate: KnownRevision,
    /** Left out, it stays as it is. */
    reprompt: z.enum(reprompts).optional(),
    /** Whether its password is another than before. Only the browser that seals it knows. */
    passwordChanged: z.boolean().default(false),
    marks: Marks.optional(),
  })
  .and(SealedItem);

/** What a person's own device reports of an item it has opened. Protocol chapter 15.1. */
export const reportedEvents = ["viewed", "password_revealed", "password_copied"] as const;
export type ReportedEvent = (typeof reportedEvents)[number];

export const ReportItemEvent = ItemTarget.extend({ what: z.enum(reportedEvents) });

export const RecordOwnExport = z.object({ format: z.enum(exportFormats) });

export const RecordOrganizationExport = RecordOwnExport.extend({ organizationId: OrganizationId });

/** A page of everything that an organization has. */
export const ListAllItems = z.object({ organizationId: OrganizationId, ...pageOnly() });

export const ListItems = z.object({
  organizationId: OrganizationId,
  /** Or the items in no collection, or those in the trash. */
  collectionId: z.union([CollectionId, z.enum(["unassigned", "trash"])]),
  ...pageOnly(),
});
