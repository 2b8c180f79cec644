import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collections } from "@/db/schema/collections";
import { groups } from "@/db/schema/groups";
import { mayManageCollection } from "@/lib/domain/collection/access";
import { together } from "@/lib/domain/collection/permission";
import { MatrixOf } from "@/lib/domain/group/inputs";
import type { OrganizationId } from "@/lib/domain/ids";
import { isManaged, permissionsOf } from "@/lib/operations/collection/internal/who-has";
import { cellsOf } from "@/lib/operations/group/internal/cells";
import {
  inOrganization,
  memberIdOf,
  type OrganizationPlace,
  placeOf,
} from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** More groups or collections than these are not laid side by side: the page says that it shows the first. */
const mostGroups = 500;
const mostCollections = 2000;

/**
 * What every group may do in every collection: the groups by name, the collections oldest first with their names
 * sealed, and a cell for each permission that was given. Three statements.
 */
export const getMatrix = defineQuery({
  name: "group.get_matrix",
  input: MatrixOf,
  access: inOrganization.manage_groups,
  async read({ tx, input: { organizationId }, standing }) {
    const rows = await tx
      .select({ id: groups.id, name: groups.name })
      .from(groups)
      .where(eq(groups.organizationId, organizationId))
      .orderBy(asc(groups.sortName), asc(groups.id))
      .limit(mostGroups + 1);
    const columns = await columnsOf(tx, placeOf(standing), organizationId);
    const shown = rows.slice(0, mostGroups);
    const cells = await cellsOf(
      tx,
      organizationId,
      shown.map(({ id }) => id),
    );
    const ids = new Set(columns.slice(0, mostCollections).map(({ id }) => id));
    return {
      groups: shown,
      collections: columns.slice(0, mostCollections),
      cells: cells.filter(({ collectionId }) => ids.has(collectionId)),
      areMore: rows.length > mostGroups || columns.length > mostCollections,
    };
  },
});

async function columnsOf(tx: Tx, place: OrganizationPlace, organizationId: OrganizationId) {
  const found = await tx
    .select({
      id: collections.id,
      name: collections.name,
      assigned: permissionsOf(memberIdOf(place), collections.id),
      isManaged: isManaged(collections.id),
    })
    .from(collections)
    .where(and(eq(collections.organizationId, organizationId), eq(collections.type, "shared")))
    .orderBy(asc(collections.createdAt), asc(collections.id))
    .limit(mostCollections + 1);
  return found.map(({ id, name, assigned, ...facts }) => ({
    id,
    name,
    mayManage: mayManageCollection(place, { ...facts, permission: together(assigned) }).allowed,
  }));
}

export type Matrix = Awaited<ReturnType<typeof getMatrix.read>>;
