import "server-only";
import type { AuditEvent } from "@/lib/domain/events";
import type { ItemId, OrganizationId, UserId } from "@/lib/domain/ids";

type ItemEvent =
  | "cipher.trashed"
  | "cipher.restored"
  | "cipher.deleted"
  | "cipher.shared"
  | "cipher.updated_collections";

/** The same thing done to several items of one owner, one event for each. */
export const eventsOfItems = (
  type: ItemEvent,
  itemIds: readonly ItemId[],
  owner: { organizationId: OrganizationId | null; userId: UserId },
): AuditEvent[] =>
  itemIds.map((itemId) => ({
    type,
    itemId,
    ...(owner.organizationId ? { organizationId: owner.organizationId } : { userId: owner.userId }),
  }));
