import "server-only";
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collectionGroups } from "@/db/schema/collection-groups";
import { collections } from "@/db/schema/collections";
import type { CollectionFacts } from "@/lib/domain/collection/access";
import { together } from "@/lib/domain/collection/permission";
import type { GroupCell } from "@/lib/domain/group/inputs";
import type { GroupId, OrganizationId } from "@/lib/domain/ids";
import { managersOf, permissionsOf } from "@/lib/operations/collection/internal/who-has";
import { Refused } from "@/lib/operations/errors";
import { memberIdOf, type OrganizationPlace } from "@/lib/operations/organization/access";

// The only file that reads and writes what groups were given. What somebody has in the end is asked of `who-has.ts`.

const ofOrganization = (organizationId: OrganizationId, groupIds: readonly GroupId[]) =>
  and(eq(collectionGroups.organizationId, organizationId), inArray(collectionGroups.groupId, [...groupIds]));

/** What groups may do in collections. */
export const cellsOf = (tx: Tx, organizationId: OrganizationId, groupIds: readonly GroupId[]) =>
  tx
    .select({
      groupId: collectionGroups.groupId,
      collectionId: collectionGroups.collectionId,
      permission: collectionGroups.permission,
    })
    .from(collectionGroups)
    .where(ofOrganization(organizationId, groupIds));

/** By what rules judge who may give a group's collections to others: one row for each collection that it has. */
export async function factsOfCollections(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  groupId: GroupId,
): Promise<CollectionFacts[]> {
  const found = await tx
    .select({
      permissions: permissionsOf(memberIdOf(place), collectionGroups.collectionId),
      managers: managersOf(collectionGroups.collectionId),
    })
    .from(collectionGroups)
    .where(ofOrganization(organizationId, [groupId]));
  return found.map(({ permissions, managers }) => ({ managers, permission: together(permissions) }));
}

/** Holds the collections that groups have, because somebody loses them: what is done in them waits, or was first. */
export const holdCollectionsOfGroups = (
  tx: Tx,
  organizationId: OrganizationId,
  groupIds: readonly GroupId[],
) =>
  tx
    .select({ id: collections.id })
    .from(collections)
    .where(
      inArray(
        collections.id,
        tx
          .select({ id: collectionGroups.collectionId })
          .from(collectionGroups)
          .where(ofOrganization(organizationId, groupIds)),
      ),
    )
    .orderBy(asc(collections.id))
    .for("update");

/**
 * Changes what groups may do, in three statements at most. Groups and collections are locked, or were just made.
 *
 * @throws {Refused} `access_changed` when a cell is not as it was when it was looked at.
 */
export async function changeCells(tx: Tx, organizationId: OrganizationId, cells: readonly GroupCell[]) {
  const given = cells.filter(({ from, to }) => from === null && to !== null);
  const taken = cells.filter(({ from, to }) => from !== null && to === null);
  const changed = cells.filter(({ from, to }) => from !== null && to !== null && from !== to);
  const gone = await removeCells(tx, organizationId, taken);
  const set = await setCells(tx, organizationId, changed);
  const added = await addCells(tx, organizationId, given);
  if (gone !== taken.length || set !== changed.length || added !== given.length)
    throw new Refused("access_changed");
}

const rowsOf = (cells: readonly GroupCell[]): SQL =>
  sql.join(
    cells.map(
      ({ groupId, collectionId, from, to }) =>
        sql`(${groupId}::uuid, ${collectionId}::uuid, ${from}::text, ${to}::text)`,
    ),
    sql`, `,
  );

const isCell = (organizationId: OrganizationId) =>
  sql`kept.organization_id = ${organizationId} and kept.group_id = cell.group_id
    and kept.collection_id = cell.collection_id and kept.permission = cell.was`;

async function removeCells(tx: Tx, organizationId: OrganizationId, cells: readonly GroupCell[]) {
  if (cells.length === 0) return 0;
  const { rows } = await tx.execute(sql`delete from ${collectionGroups} as kept
    using (values ${rowsOf(cells)}) as cell (group_id, collection_id, was, becomes)
    where ${isCell(organizationId)} returning kept.group_id`);
  return rows.length;
}

async function setCells(tx: Tx, organizationId: OrganizationId, cells: readonly GroupCell[]) {
  if (cells.length === 0) return 0;
  const { rows } = await tx.execute(sql`update ${collectionGroups} as kept set permission = cell.becomes
    from (values ${rowsOf(cells)}) as cell (group_id, collection_id, was, becomes)
    where ${isCell(organizationId)} returning kept.group_id`);
  return rows.length;
}

async function addCells(tx: Tx, organizationId: OrganizationId, cells: readonly GroupCell[]) {
  if (cells.length === 0) return 0;
  const { rows } = await tx.execute(sql`insert into ${collectionGroups}
    (organization_id, group_id, collection_id, permission)
    select ${organizationId}::uuid, cell.group_id, cell.collection_id, cell.becomes
    from (values ${rowsOf(cells)}) as cell (group_id, collection_id, was, becomes)
    on conflict do nothing returning group_id`);
  return rows.length;
}
