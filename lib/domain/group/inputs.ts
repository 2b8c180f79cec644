import { z } from "zod";
import { collectionPermissions } from "@/lib/domain/collection/permission";
import { graphemes } from "@/lib/domain/graphemes";
import { CollectionId, GroupId, OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { listView } from "@/lib/domain/list-view";
import { tidyName } from "@/lib/domain/names";

/** Characters of a group's name, as people count them. Protocol chapter 9.3. */
const nameLimit = 100;
/** Bytes of it, because the row of an index holds 2,704 in all. */
const nameBytes = 1000;

/** How many cells of the matrix, or members of a group, one request changes. */
export const changesLimit = 500;

/** A group's name: one line, visible. */
export const GroupName = z
  .string()
  .max(10_000, { error: "too_long" })
  .transform(tidyName)
  .pipe(
    z
      .string()
      .min(1, { error: "required" })
      .superRefine((name, { addIssue }) => {
        const fits =
          graphemes(name).length <= nameLimit && new TextEncoder().encode(name).length <= nameBytes;
        const limit = { code: "too_big", origin: "string", maximum: nameLimit, inclusive: true } as const;
        if (!fits) addIssue({ ...limit, input: name, message: "too_long" });
      }),
  );

const organizationId = OrganizationId;
const memberIds = z.array(OrganizationMemberId).max(changesLimit, { error: "too_many" });
const permission = z.enum(collectionPermissions).nullable();

/**
 * What a group may do in a collection: as it was when it was looked at, and as it is to be. Null is no access. What
 * is otherwise by now is not changed over somebody's head.
 */
export const GroupCell = z.object({
  groupId: GroupId,
  collectionId: CollectionId,
  from: permission,
  to: permission,
});
export type GroupCell = z.infer<typeof GroupCell>;

const noneTwice = (ids: string[]) => new Set(ids).size === ids.length;

const Cells = z
  .array(GroupCell)
  .max(changesLimit, { error: "too_many" })
  .refine((cells) => noneTwice(cells.map(({ groupId, collectionId }) => groupId + collectionId)), {
    error: "invalid",
  });

export const GroupTarget = z.object({ organizationId, groupId: GroupId });

/** The browser makes the id, so that sending twice creates once. */
export const CreateGroup = GroupTarget.extend({ name: GroupName });
export const RenameGroup = GroupTarget.extend({ name: GroupName });

/** Who comes in and who goes out, and nothing of who stays. Nobody does both. */
export const ChangeGroupMembers = GroupTarget.extend({ given: memberIds, taken: memberIds }).refine(
  ({ given, taken }) => noneTwice([...given, ...taken]),
  { error: "invalid", path: ["taken"] },
);

export const ChangeGroupAccess = z.object({ organizationId, cells: Cells.min(1) });

export const DeleteGroups = z.object({
  organizationId,
  groupIds: z.array(GroupId).min(1).max(200).refine(noneTwice, { error: "invalid" }),
});

export const groupSorts = ["name"] as const;
export const ListGroups = z.object({ organizationId, ...listView(groupSorts) });
export const ListGroupMembers = GroupTarget.extend(listView(["name"]));
export const MatrixOf = z.object({ organizationId });
export const MemberAccess = z.object({ organizationId, memberId: OrganizationMemberId });
