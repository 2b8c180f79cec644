import "server-only";
import { and, eq, notExists, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collectionAccess } from "@/db/schema/collection-access";
import { collections } from "@/db/schema/collections";
import type { ImportId, OrganizationId } from "@/lib/domain/ids";

/** How many of the collections that an import has made no member has: what came into them alone is in nobody's vault. */
export const countUnreached = (tx: Tx, importId: ImportId, organizationId: OrganizationId): Promise<number> =>
  tx.$count(
    collections,
    and(
      eq(collections.importId, importId),
      eq(collections.organizationId, organizationId),
      notExists(
        tx
          .select({ one: sql`1` })
          .from(collectionAccess)
          .where(eq(collectionAccess.collectionId, collections.id)),
      ),
    ),
  );
