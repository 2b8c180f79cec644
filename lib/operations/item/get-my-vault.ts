import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { z } from "zod";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { EncString } from "@/lib/crypto/types";
import { type CollectionPermission, together } from "@/lib/domain/collection/permission";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { knownKeyOf } from "@/lib/operations/account/internal/known-keys";
import { accessOfUser } from "@/lib/operations/collection/internal/who-has";
import { judgeVault } from "@/lib/operations/item/internal/judge-vault";
import { sealedColumns } from "@/lib/operations/item/internal/sealed-columns";
import { defineQuery } from "@/lib/operations/query";

/**
 * Everything in somebody's vault, sealed: their own items and, of the organizations they are confirmed
 * members of, the collections assigned to them with their items. A provider's clients are none of theirs.
 * Four statements, whatever the number of organizations; the collections are found first, so that nobody
 * else's items are touched.
 */
export const getMyVault = defineQuery({
  name: "item.get_my_vault",
  input: z.object({}),
  access: signedIn,
  async read({ tx, actor }) {
    const userId = personOf(actor);
    const memberships = await tx
      .select({
        organizationId: organizations.id,
        name: organizations.name,
        status: organizationMembers.status,
        memberId: organizationMembers.id,
        role: organizationMembers.role,
        features: organizations.features,
        adminsReachAll: organizations.allowAdminAccessToAllCollectionItems,
        deletionNeedsManage: organizations.limitItemDeletion,
        organizationKeyForMember: organizationMembers.organizationKeyForMember,
        organizationKeyId: organizations.keyId,
        publicKey: organizations.publicKey,
        privateKeyForOrganization: sql<EncString | null>`case when ${organizationMembers.status} = 'confirmed'
          then ${organizations.privateKeyForOrganization} end`,
        knownOrganizationKey: knownKeyOf(userId, "organization", organizations.id),
      })
      .from(organizationMembers)
      .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
      .where(
        and(
          eq(organizationMembers.userId, userId),
          inArray(organizationMembers.status, ["accepted", "confirmed"]),
          eq(organizations.state, "enabled"),
        ),
      )
      .orderBy(organizations.sortName, organizations.id);

    const access = accessOfUser(tx, userId);
    const isOpen = and(eq(organizations.id, access.organizationId), eq(organizations.state, "enabled"));
    const assigned = await tx
      .select({
        id: collections.id,
        organizationId: collections.organizationId,
        name: collections.name,
        permissions: sql<CollectionPermission[]>`array_agg(${access.permission})`,
      })
      .from(access)
      .innerJoin(organizations, isOpen)
      .innerJoin(collections, eq(collections.id, access.collectionId))
      .groupBy(collections.id)
      .orderBy(collections.createdAt, collections.id);

    const entriesOfMine = tx
      .selectDistinct({ itemId: collectionCiphers.itemId, collectionId: collectionCiphers.collectionId })
      .from(access)
      .innerJoin(organizations, isOpen)
      .innerJoin(collectionCiphers, eq(collectionCiphers.collectionId, access.collectionId));
    const entries = await entriesOfMine;

    const columns = { ...sealedColumns, organizationId: ciphers.organizationId };
    const listed = and(isNull(ciphers.deletedAt), eq(ciphers.type, "login"));
    const found = entriesOfMine.as("found");
    const items = await unionAll(
      tx
        .select(columns)
        .from(ciphers)
        .where(and(eq(ciphers.userId, userId), listed)),
      tx
        .select(columns)
        .from(ciphers)
        .where(and(inArray(ciphers.id, tx.select({ id: found.itemId }).from(found)), listed)),
    );
    const granted = assigned.flatMap(({ permissions, ...collection }) => {
      const permission = together(permissions);
      return permission ? { ...collection, permission } : [];
    });
    const judge = judgeVault({ memberships, collections: granted, entries });
    return {
      memberships: memberships.map(
        ({ memberId: _, role: _r, features: _f, adminsReachAll: _a, deletionNeedsManage: _d, ...shown }) =>
          shown,
      ),
      collections: granted.map((collection) => {
        const { permission: _, ...shown } = collection;
        return { ...shown, mayEdit: judge.mayAddTo(collection) };
      }),
      entries,
      items: items.map((item) => ({ ...item, may: judge.item(item) })),
    };
  },
});

export type SealedVault = Awaited<ReturnType<typeof getMyVault.read>>;
