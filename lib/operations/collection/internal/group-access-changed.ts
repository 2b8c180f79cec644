import "server-only";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { AuditEvent } from "@/lib/domain/events";
import type { CollectionId, GroupId, OrganizationId } from "@/lib/domain/ids";

/** What the log says when what a group may do in one collection was changed from the collection's side. */
export const groupAccessChanged = (
  collection: { organizationId: OrganizationId; collectionId: CollectionId },
  group: { id: GroupId; name: string },
  to: CollectionPermission | null,
): AuditEvent => ({
  type: "collection.updated",
  ...collection,
  groupId: group.id,
  details: { change: "group_access", group: group.name, to: to ?? "none" },
});
