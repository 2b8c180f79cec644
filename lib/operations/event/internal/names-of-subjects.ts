import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collections } from "@/db/schema/collections";
import { reachesAll } from "@/lib/domain/collection/access";
import type { OrganizationId } from "@/lib/domain/ids";
import { mayInOrganization } from "@/lib/domain/organization/member";
import type { OrganizationPlace } from "@/lib/operations/organization/access";

type Log = { organizationId: OrganizationId; place: OrganizationPlace; ids: readonly string[] };

/**
 * The sealed names of what a page of a log is about, as far as the reader may know them: collections as the console
 * lists them, and items only where managers reach all of them. What was deleted for good has no name any more. Two
 * statements.
 */
export async function namesOfSubjects(tx: Tx, { organizationId, place, ids }: Log) {
  if (ids.length === 0) return { collections: [], items: [] };
  const named = await tx
    .select({ id: collections.id, name: collections.name })
    .from(collections)
    .where(and(eq(collections.organizationId, organizationId), inArray(collections.id, [...ids] as never[])));
  const items =
    mayInOrganization("use_items", place).allowed && reachesAll(place)
      ? await tx
          .select({ id: ciphers.id, key: ciphers.key, name: ciphers.name })
          .from(ciphers)
          .where(and(eq(ciphers.organizationId, organizationId), inArray(ciphers.id, [...ids] as never[])))
      : [];
  return { collections: named, items };
}

export type SealedSubjects = Awaited<ReturnType<typeof namesOfSubjects>>;
