import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collections } from "@/db/schema/collections";
import { groups } from "@/db/schema/groups";
import { mayManageCollection } from "@/lib/domain/collection/access";
import { together } from "@/lib/domain/collection/permission";
import type { OrganizationId } from "@/lib/domain/ids";
import { isManaged, permissionsOf } from "@/lib/operations/collection/internal/who-has";
import { cellsOf } from "@/lib/operations/group/internal/cells";
import { memberIdOf, type OrganizationPlace } from "@/lib/operations/organization/access";

/** More groups or collections than these are not laid side by side. */
export const mostInMatrix = { groups: 500, collections: 2000 } as const;

/**
 * The first groups by name, the first shared collections by age, and what those groups may do in these. Three
 * statements. `areMore` says that there are more of either.
 */
export async function matrixRows(tx: Tx, place: OrganizationPlace, organizationId: OrganizationId) {
  const rows = await tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(eq(groups.organizationId, organizationId))
    .orderBy(asc(groups.sortName), asc(groups.id))
    .limit(mostInMatrix.groups + 1);
  const columns = await columnsOf(tx, place, organizationId);
  const [shown, wide] = [rows.slice(0, mostInMatrix.groups), columns.slice(0, mostInMatrix.collections)];
  const cells = await cellsOf(
    tx,
    organizationId,
    shown.map(({ id }) => id),
  );
  const ids = new Set(wide.map(({ id }) => id));
  return {
    groups: shown,
    collections: wide,
    cells: cells.filter(({ collectionId }) => ids.has(collectionId)),
    areMore: rows.length > shown.length || columns.length > wide.length,
  };
}

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
    .limit(mostInMatrix.collections + 1);
  return found.map(({ id, name, assigned, ...facts }) => ({
    id,
    name,
    mayManage: mayManageCollection(place, { ...facts, permission: together(assigned) }).allowed,
  }));
}
