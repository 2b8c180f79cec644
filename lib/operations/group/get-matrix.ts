import "server-only";
import { MatrixOf } from "@/lib/domain/group/inputs";
import { matrixRows } from "@/lib/operations/group/internal/matrix-rows";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/**
 * What every group may do in every collection: the groups by name, the collections oldest first with their names
 * sealed, and a cell for each permission that was given. Where there is more than is laid side by side, the page says
 * so.
 */
export const getMatrix = defineQuery({
  name: "group.get_matrix",
  input: MatrixOf,
  access: inOrganization.manage_groups,
  read: ({ tx, input: { organizationId }, standing }) => matrixRows(tx, placeOf(standing), organizationId),
});

export type Matrix = Awaited<ReturnType<typeof getMatrix.read>>;
