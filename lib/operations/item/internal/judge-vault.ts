import "server-only";
import { mayDeleteCollection, mayManageCollection } from "@/lib/domain/collection/access";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { CollectionId, ItemId, OrganizationId } from "@/lib/domain/ids";
import { type ItemStanding, mayEditItem, mayWithItem } from "@/lib/domain/item/access";
import { mayInOrganization, type OrganizationStanding } from "@/lib/domain/organization/member";

type Assigned = {
  id: CollectionId;
  organizationId: OrganizationId;
  permission: CollectionPermission;
  /** A member's own, which nobody manages. */
  isOwn: boolean;
};
type Facts = {
  memberships: readonly { organizationId: OrganizationId; standing: OrganizationStanding }[];
  collections: readonly Assigned[];
  /** The organization whose policy leaves the person's own items to be read only. */
  frozenBy: string | null;
  entries: readonly { itemId: ItemId; collectionId: CollectionId }[];
};

/**
 * Says what a person may do with what is in their vault, by the rules that the commands judge by. It reads
 * nothing.
 */
export function judgeVault({ memberships, collections, frozenBy, entries }: Facts) {
  const byOrganization = new Map(
    memberships.map(({ organizationId, standing }) => [organizationId, standing]),
  );
  const byCollection = new Map(collections.map((row) => [row.id, row]));
  const permissionsOf = new Map<ItemId, CollectionPermission[]>();
  for (const { itemId, collectionId } of entries) {
    const assigned = byCollection.get(collectionId);
    if (!assigned) continue;
    const known = permissionsOf.get(itemId);
    if (known) known.push(assigned.permission);
    else permissionsOf.set(itemId, [assigned.permission]);
  }

  function within(organizationId: OrganizationId, permissions: CollectionPermission[]): ItemStanding {
    const standing = byOrganization.get(organizationId);
    return standing ? { owner: "organization", standing, permissions } : null;
  }

  return {
    item: ({ id, organizationId }: { id: ItemId; organizationId: OrganizationId | null }) =>
      mayWithItem(
        organizationId ? within(organizationId, permissionsOf.get(id) ?? []) : { owner: "self", frozenBy },
      ),
    /** What can be done with a collection itself. That nobody manages it is found in the console. */
    collection: ({ organizationId, permission, isOwn }: Assigned) => {
      const standing = byOrganization.get(organizationId) ?? null;
      const facts = { permission, isManaged: true };
      return {
        manage: !isOwn && mayManageCollection(standing, facts).allowed,
        delete: !isOwn && mayDeleteCollection(standing, facts).allowed,
      };
    },
    /** Whether collections can be made in the organization. */
    mayMakeCollections: (organizationId: OrganizationId) =>
      mayInOrganization("create_collections", byOrganization.get(organizationId) ?? null).allowed,
    /** Whether items can be put into the collection. */
    mayAddTo: ({ organizationId, permission }: Assigned) =>
      mayEditItem(within(organizationId, [permission])).allowed,
  };
}
