import { z } from "zod";
import { collectionPermissions } from "@/lib/domain/collection/permission";
import { graphemes } from "@/lib/domain/graphemes";
import { changesLimit, GroupCell } from "@/lib/domain/group/inputs";
import {
  CollectionId,
  GroupId,
  OrganizationId,
  OrganizationKeyId,
  OrganizationMemberId,
} from "@/lib/domain/ids";
import { pageOnly } from "@/lib/domain/list-view";
import { within } from "@/lib/domain/names";
import { encString, textToSeal } from "@/lib/domain/sealed";
import { noneTwice, selected, selectedAtOnce } from "@/lib/domain/selection";

/** More collections or members at once than any organization of this size has. */
const listLimit = 500;

/** Which members get a collection, each once. */
export const MemberGrants = z
  .array(z.object({ memberId: OrganizationMemberId, permission: z.enum(collectionPermissions) }))
  .max(listLimit, { error: "too_many" })
  .refine((grants) => noneTwice(grants.map(({ memberId }) => memberId)), { error: "invalid" });

/** Which groups get a collection, each once. */
export const GroupGrants = z
  .array(z.object({ groupId: GroupId, permission: z.enum(collectionPermissions) }))
  .max(listLimit, { error: "too_many" })
  .refine((grants) => noneTwice(grants.map(({ groupId }) => groupId)), { error: "invalid" });

/** Which collections a member gets, each once. */
export const CollectionGrants = z
  .array(z.object({ collectionId: CollectionId, permission: z.enum(collectionPermissions) }))
  .max(listLimit, { error: "too_many" })
  .refine((grants) => noneTwice(grants.map(({ collectionId }) => collectionId)), { error: "invalid" });

/** Characters of a collection's name, as people count them. */
const nameLimit = 100;

/** A name as it is typed, before it is sealed. */
export const CollectionName = textToSeal()
  .trim()
  .min(1, { error: "required" })
  .superRefine(within(nameLimit));

/**
 * Names that are typed below each other, each once, in the order in which they stand. The first line that is too long
 * is named by its number, as it stands in the field.
 */
export const NameLines = z
  .string()
  .transform((text, context) => {
    const lines = text.split("\n").map((line) => line.trim());
    const tooLong = lines.findIndex((line) => graphemes(line).length > nameLimit);
    if (tooLong >= 0) {
      const params = { line: tooLong + 1, max: nameLimit };
      context.addIssue({ code: "custom", message: "line_too_long", params });
      return z.NEVER;
    }
    return [...new Set(lines.filter(Boolean))];
  })
  .pipe(z.array(CollectionName).max(selectedAtOnce, { error: "too_many" }));

const organizationId = OrganizationId;
const collectionId = CollectionId;
/** Under the organization key. Protocol chapter 2.4. */
const name = encString(1000);
/** Which of the organization's keys the name is sealed under. */
const organizationKeyId = OrganizationKeyId;
/** Whether whoever makes it is given it to manage, even if they reach all: it is in their vault then. */
const forMaker = z.boolean().default(false);

export const CollectionTarget = z.object({ organizationId, collectionId });

/** The browser makes the id, so that sending twice creates once. */
export const CreateCollection = CollectionTarget.extend({
  name,
  organizationKeyId,
  members: MemberGrants,
  groups: GroupGrants.default([]),
  forMaker,
});
/** Several at once, each under an id that the browser made. */
export const CreateCollections = z.object({
  organizationId,
  organizationKeyId,
  forMaker,
  collections: selected(z.object({ collectionId, name })).refine(
    (rows) => noneTwice(rows.map((row) => row.collectionId)),
    { error: "invalid" },
  ),
});
/** A member's own collection, under an id that the browser made. Its name is sealed for it alone. */
export const OwnCollection = z.object({ collectionId, name });
export const MakeMyCollection = OwnCollection.extend({ organizationId, organizationKeyId });
/** Members' own collections, each with its member. */
export const MakeOwnCollections = z.object({
  organizationId,
  organizationKeyId,
  collections: selected(OwnCollection.extend({ memberId: OrganizationMemberId })).refine(
    (rows) => noneTwice(rows.map((row) => row.memberId)) && noneTwice(rows.map((row) => row.collectionId)),
    { error: "invalid" },
  ),
});
/** `shown` is the sealed name that the form began with. */
export const UpdateCollection = CollectionTarget.extend({ name, shown: name.optional(), organizationKeyId });
/** What changes of who has a collection, and nothing of what stays. No member is in two of the lists. */
export const ChangeCollectionAccess = CollectionTarget.extend({
  given: MemberGrants,
  changed: MemberGrants,
  taken: z.array(OrganizationMemberId).max(listLimit, { error: "too_many" }),
  /** What changes for groups: as it was when it was looked at, and as it is to be. */
  groups: z
    .array(GroupCell.omit({ collectionId: true }))
    .max(changesLimit, { error: "too_many" })
    .refine((cells) => noneTwice(cells.map(({ groupId }) => groupId)), { error: "invalid" })
    .default([]),
}).refine(
  ({ given, changed, taken }) =>
    noneTwice([...[...given, ...changed].map(({ memberId }) => memberId), ...taken]),
  { error: "invalid", path: ["taken"] },
);

const selectedCollections = selected(CollectionId).refine(noneTwice, { error: "invalid" });

/** What one member or one group may do in each of several collections from now on. Null takes them. */
export const ChangeAccessInCollections = z.object({
  organizationId,
  collectionIds: selectedCollections,
  holder: z.union([z.object({ memberId: OrganizationMemberId }), z.object({ groupId: GroupId })]),
  permission: z.enum(collectionPermissions).nullable(),
});

export const DeleteCollections = z.object({ organizationId, collectionIds: selectedCollections });

/** Items in no collection are counted as far as this; of more it is said only that there are more. */
export const unassignedCounted = 1000;

export const ListCollections = z.object({ organizationId, ...pageOnly() });
