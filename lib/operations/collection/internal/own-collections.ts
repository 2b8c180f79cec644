import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OwnCollection } from "@/lib/domain/collection/inputs";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, OrganizationKeyId, OrganizationMemberId } from "@/lib/domain/ids";
import { insertGrants } from "@/lib/operations/collection/internal/grants";
import { Refused } from "@/lib/operations/errors";

// Collections that are members' own, where the organization owns all their data. Their rows are written here and, once
// they are made, by nothing but a rotation of the key.

type Made = z.output<typeof OwnCollection> & { memberId: OrganizationMemberId };
type Under = { organizationId: OrganizationId; organizationKeyId: OrganizationKeyId; now: Date };

/**
 * Makes collections of members who have none of their own, and lets each manage theirs. The caller holds the
 * organization and its key, and has seen who has none.
 *
 * @throws {Refused} `own_collection_changed` when a collection of one of these ids is there already.
 */
export async function makeOwnCollections(
  tx: Tx,
  { organizationId, organizationKeyId, now }: Under,
  made: readonly Made[],
): Promise<AuditEvent[]> {
  if (made.length === 0) return [];
  const inserted = await tx
    .insert(collections)
    .values(
      made.map(({ collectionId: id, memberId: ownerMemberId, name }) => ({
        id,
        organizationId,
        organizationKeyId,
        name,
        type: "my_items" as const,
        ownerMemberId,
        createdAt: now,
        revisedAt: now,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: collections.id });
  if (inserted.length !== made.length) throw new Refused("own_collection_changed");
  await insertGrants(
    tx,
    made.map(({ collectionId, memberId }) => ({
      organizationId,
      collectionId,
      memberId,
      permission: "manage" as const,
    })),
  );
  return made.map(({ collectionId, memberId }) => ({
    type: "collection.created",
    organizationId,
    collectionId,
    organizationMemberId: memberId,
  }));
}

/**
 * Lets go of the collections of members who are about to leave, while they still have them. One that holds something
 * becomes a shared one, of which is known whose it was; an empty one goes.
 */
export async function letGoOfOwnCollections(
  tx: Tx,
  memberIds: readonly OrganizationMemberId[],
  now: Date,
): Promise<AuditEvent[]> {
  if (memberIds.length === 0) return [];
  const isTheirs = inArray(collections.ownerMemberId, [...memberIds]);
  const isEmpty = sql`not exists (select from ${collectionCiphers} as entry where entry.collection_id = ${collections.id})`;
  const gone = await tx.delete(collections).where(and(isTheirs, isEmpty)).returning({
    organizationId: collections.organizationId,
    collectionId: collections.id,
    sealedName: collections.name,
    organizationKeyId: collections.organizationKeyId,
  });
  const left = await tx
    .update(collections)
    .set({
      type: "shared",
      ownerMemberId: null,
      formerOwner: sql`${organizationMembers.address}`,
      revisedAt: now,
    })
    .from(organizationMembers)
    .where(and(isTheirs, eq(organizationMembers.id, collections.ownerMemberId)))
    .returning({
      organizationId: collections.organizationId,
      collectionId: collections.id,
      email: sql<string>`${collections.formerOwner}`,
    });
  return [
    ...gone.map(
      ({ organizationId, collectionId, ...details }): AuditEvent => ({
        type: "collection.deleted",
        organizationId,
        collectionId,
        details,
      }),
    ),
    ...left.map(
      ({ email, ...collection }): AuditEvent => ({
        type: "collection.updated",
        ...collection,
        details: { change: "owner_left", email },
      }),
    ),
  ];
}
