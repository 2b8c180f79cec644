import "server-only";
import { and, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { collectionGroups } from "@/db/schema/collection-groups";
import { groups } from "@/db/schema/groups";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { GroupCell } from "@/lib/domain/group/inputs";
import type { CollectionId, GroupId, OrganizationId } from "@/lib/domain/ids";
import { Refused } from "@/lib/operations/errors";

// The only file that writes what groups were given. It also answers which groups a collection was given to;
// `group/internal/cells.ts` answers which collections groups were given.

/** The groups that have the collection of the surrounding row: how many, and the names of the first `most`. */
export const groupsWith = (collectionId: SQLWrapper, most: number) => ({
  names: sql<string[]>`array(select ${groups.name} from ${collectionGroups}
    join ${groups} on ${groups.id} = ${collectionGroups.groupId}
    where ${collectionGroups.collectionId} = ${collectionId}
    order by ${groups.sortName}, ${groups.id} limit ${most})`,
  count: sql<number>`(select count(*)::int from ${collectionGroups}
    where ${collectionGroups.collectionId} = ${collectionId})`,
});

/** The groups to which a collection was given, with their names and permissions, by name. */
export const groupGrantsOf = (tx: Tx, organizationId: OrganizationId, collectionId: CollectionId) =>
  tx
    .select({ groupId: groups.id, name: groups.name, permission: collectionGroups.permission })
    .from(collectionGroups)
    .innerJoin(groups, eq(groups.id, collectionGroups.groupId))
    .where(
      and(
        eq(collectionGroups.organizationId, organizationId),
        eq(collectionGroups.collectionId, collectionId),
      ),
    )
    .orderBy(groups.sortName, groups.id);

/** What one group may do in collections from now on, whatever it was before; null takes them. One statement. */
export async function setGroupIn(
  tx: Tx,
  organizationId: OrganizationId,
  groupId: GroupId,
  collectionIds: readonly CollectionId[],
  permission: CollectionPermission | null,
): Promise<void> {
  if (permission === null)
    return void (await tx
      .delete(collectionGroups)
      .where(
        and(
          eq(collectionGroups.organizationId, organizationId),
          eq(collectionGroups.groupId, groupId),
          inArray(collectionGroups.collectionId, [...collectionIds]),
        ),
      ));
  await tx
    .insert(collectionGroups)
    .values(collectionIds.map((collectionId) => ({ organizationId, collectionId, groupId, permission })))
    .onConflictDoUpdate({
      target: [collectionGroups.groupId, collectionGroups.collectionId],
      set: { permission },
    });
}

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

/** Whether the collection of the surrounding row is given to a group, whoever is in it. */
export const isGivenToGroups = (collectionId: AnyPgColumn): SQL<boolean> =>
  sql<boolean>`exists (select from ${collectionGroups} as cell where cell.collection_id = ${collectionId})`;
