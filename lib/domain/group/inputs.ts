import { z } from "zod";
import { collectionPermissions } from "@/lib/domain/collection/permission";
import { CollectionId, GroupId, OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { listView } from "@/lib/domain/list-view";
import { limitedName } from "@/lib/domain/names";
import { SearchText } from "@/lib/domain/search";
import { noneTwice, selected } from "@/lib/domain/selection";

/** How many cells of the matrix, or members of a group, one request changes. */
export const changesLimit = 500;

/** A group's name, twice as long as others. Protocol chapter 9.3. */
export const GroupName = limitedName(100);

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

const Cells = z
  .array(GroupCell)
  .max(changesLimit, { error: "too_many" })
  .refine((cells) => noneTwice(cells.map(({ groupId, collectionId }) => groupId + collectionId)), {
    error: "invalid",
  });

export const GroupTarget = z.object({ organizationId, groupId: GroupId });

/** The browser makes the id, so that sending twice creates once. */
export const CreateGroup = GroupTarget.extend({ name: GroupName });
/** Several at once, empty, each under an id that the browser made. */
export const CreateGroups = z.object({
  organizationId,
  groups: selected(z.object({ groupId: GroupId, name: GroupName })).refine(
    (rows) => noneTwice(rows.map(({ groupId }) => groupId)),
    { error: "invalid" },
  ),
});
export const RenameGroup = GroupTarget.extend({
  name: GroupName,
  /** What the form began with. Left out by whoever has no screen. */
  shown: z.object({ name: GroupName }).optional(),
});

/** Who comes in and who goes out, and nothing of who stays. Nobody does both. */
export const ChangeGroupMembers = GroupTarget.extend({ given: memberIds, taken: memberIds }).refine(
  ({ given, taken }) => noneTwice([...given, ...taken]),
  { error: "invalid", path: ["taken"] },
);

export const ChangeGroupAccess = z.object({ organizationId, cells: Cells.min(1) });

export const DeleteGroups = z.object({
  organizationId,
  groupIds: selected(GroupId).refine(noneTwice, { error: "invalid" }),
});

export const groupSorts = ["name"] as const;
export const ListGroups = z.object({ organizationId, ...listView(groupSorts) });
export const ListGroupNames = z.object({ organizationId, search: SearchText.default("") });
export const ListGroupMembers = GroupTarget.extend(listView(["name"]));
export const MatrixOf = z.object({ organizationId });
export const MemberAccess = z.object({ organizationId, memberId: OrganizationMemberId });
