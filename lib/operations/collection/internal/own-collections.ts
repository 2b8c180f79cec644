import "server-only";
import { and, asc, eq, inArray, not, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import type { OwnCollection } from "@/lib/domain/collection/inputs";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, OrganizationKeyId, OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationMemberStatus } from "@/lib/domain/organization/member";
import { rolesBoundBy } from "@/lib/domain/policy/binding";
import type { PolicyData } from "@/lib/domain/policy/settings";
import { insertGrants } from "@/lib/operations/collection/internal/grants";
import { Refused } from "@/lib/operations/errors";
import { isOfWorkingTeam } from "@/lib/operations/is-in-team";
import { isInForce } from "@/lib/operations/policy/internal/in-force";

// Collections that are members' own, where the organization owns all their data. Their rows are written here and, once
// they are made, by nothing but a rotation of the key.

/**
 * Whether the item of the surrounding row is in members' own collections and in no other.
 *
 * @param item what the row's table is called in the surrounding statement.
 */
export function isPersonal(item: "ciphers" | "item" | "here" = "ciphers"): SQL<boolean> {
  const row = sql.raw(item);
  return sql<boolean>`(${row}.collections > 0 and not exists (select from ${collectionCiphers} as entry
    join ${collections} as within on within.id = entry.collection_id and within.type = 'shared'
    where entry.cipher_id = ${row}.id))`;
}

/** What members' own collections are called; null while no policy has them made. */
export async function ownCollectionName(tx: Tx, organizationId: OrganizationId): Promise<string | null> {
  const [policy] = await tx
    .select({ data: policies.data })
    .from(policies)
    .innerJoin(organizations, eq(organizations.id, policies.organizationId))
    .where(and(eq(policies.organizationId, organizationId), eq(policies.type, "data_ownership"), isInForce));
  // The settings were checked by the schema of this type when they were written.
  return policy ? (policy.data as PolicyData<"data_ownership">).collectionName : null;
}

type Which = {
  organizationId: OrganizationId;
  /** Those who are confirmed, or who are about to be. */
  status: OrganizationMemberStatus & ("confirmed" | "accepted");
  /** Null for all of them. */
  memberIds: readonly OrganizationMemberId[] | null;
};

const lackingOne = ({ organizationId, status, memberIds }: Which) =>
  and(
    eq(organizationMembers.organizationId, organizationId),
    eq(organizationMembers.status, status),
    inArray(organizationMembers.role, rolesBoundBy("data_ownership")),
    not(isOfWorkingTeam),
    memberIds === null ? undefined : inArray(organizationMembers.id, [...memberIds]),
    sql`not exists (select from ${collections} as own where own.owner_member_id = ${organizationMembers.id})`,
  );

/** How many members whom data ownership binds, or would bind, have no collection of their own. */
export const countWithoutOwn = (tx: Tx, organizationId: OrganizationId): Promise<number> =>
  tx.$count(organizationMembers, lackingOne({ organizationId, status: "confirmed", memberIds: null }));

/** Those members, longest there first. */
export async function membersWithoutOwn(tx: Tx, which: Which, most: number): Promise<OrganizationMemberId[]> {
  if (which.memberIds?.length === 0) return [];
  const found = await tx
    .select({ id: organizationMembers.id })
    .from(organizationMembers)
    // With a second table in it, a select names the table of each column, which the subselects rely on.
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .where(lackingOne(which))
    .orderBy(asc(organizationMembers.createdAt), asc(organizationMembers.id))
    .limit(most);
  return found.map(({ id }) => id);
}

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
