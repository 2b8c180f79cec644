import "server-only";
import { and, eq, not } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collections } from "@/db/schema/collections";
import type { ImportId, OrganizationId } from "@/lib/domain/ids";
import { isGivenToMembers } from "@/lib/operations/collection/internal/grants";
import { isGivenToGroups } from "@/lib/operations/collection/internal/group-cells";

/** How many of the collections that an import has made no member and no group has: they are in nobody's vault. */
export const countUnreached = (tx: Tx, importId: ImportId, organizationId: OrganizationId): Promise<number> =>
  tx.$count(
    collections,
    and(
      eq(collections.importId, importId),
      eq(collections.organizationId, organizationId),
      not(isGivenToMembers(collections.id)),
      not(isGivenToGroups(collections.id)),
    ),
  );
