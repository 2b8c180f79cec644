import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { groups } from "@/db/schema/groups";
import { itemCounts } from "@/db/schema/item-counts";
import { organizationMembers } from "@/db/schema/organization-members";
import { type CollectionPermission, together } from "@/lib/domain/collection/permission";
import type { CollectionId, OrganizationMemberId } from "@/lib/domain/ids";
import { MemberTargets } from "@/lib/domain/organization/inputs";
import { accessOfMembers } from "@/lib/operations/collection/internal/who-has";
import { NotFound } from "@/lib/operations/errors";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/**
 * The collections that confirmed members reach, each once, with the permission that results and the groups through
 * which it comes: for one member who is looked at, or for the page of a file. Names of collections stay sealed. One id
 * that is no confirmed member's here answers for the whole as if none existed.
 */
export const reportMemberCollections = defineQuery({
  name: "organization.report_member_collections",
  input: MemberTargets,
  access: inOrganization.read_reports,
  async read({ tx, input: { organizationId, memberIds } }) {
    const known = await tx.$count(
      organizationMembers,
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.status, "confirmed"),
        inArray(organizationMembers.id, memberIds),
      ),
    );
    if (known !== memberIds.length) throw new NotFound();
    const access = accessOfMembers(tx, memberIds);
    const ways = await tx
      .select({
        memberId: access.memberId,
        collectionId: access.collectionId,
        permission: access.permission,
        name: collections.name,
        group: groups.name,
        items: itemCounts.items,
      })
      .from(access)
      .innerJoin(collections, and(eq(collections.id, access.collectionId), eq(collections.type, "shared")))
      .leftJoin(groups, eq(groups.id, access.groupId))
      .leftJoin(itemCounts, eq(itemCounts.collectionId, access.collectionId))
      .orderBy(collections.createdAt, collections.id, groups.sortName);
    const found = new Map<OrganizationMemberId, Map<CollectionId, ReachedCollection>>();
    for (const { memberId, group, items, ...way } of ways) {
      const reached = found.get(memberId) ?? new Map<CollectionId, ReachedCollection>();
      found.set(memberId, reached);
      const known = reached.get(way.collectionId);
      reached.set(way.collectionId, {
        ...way,
        permission: together([way.permission, ...(known ? [known.permission] : [])]) ?? way.permission,
        through: [...(known?.through ?? []), ...(group ? [group] : [])],
        items: items ?? 0,
      });
    }
    return memberIds.map((id) => ({ id, collections: [...(found.get(id)?.values() ?? [])] }));
  },
});

export type ReachedCollection = Pick<typeof collections.$inferSelect, "name"> & {
  collectionId: CollectionId;
  permission: CollectionPermission;
  /** Through which groups; none where it was given by name. */
  through: string[];
  items: number;
};

export type MemberCollections = Awaited<ReturnType<typeof reportMemberCollections.read>>;
