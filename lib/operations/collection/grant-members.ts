import "server-only";
import { and, eq, inArray, ne } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { collectionMembers } from "@/db/schema/collection-members";
import { organizationMembers } from "@/db/schema/organization-members";
import type { MemberGrants } from "@/lib/domain/collection/inputs";
import type { CollectionId, OrganizationId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";

type Collection = { organizationId: OrganizationId; collectionId: CollectionId };

/** Gives members a collection. One id that is nobody's here answers for the whole as if none existed. */
export async function grantMembers(
  tx: Tx,
  collection: Collection,
  grants: z.infer<typeof MemberGrants>,
): Promise<void> {
  if (grants.length === 0) return;
  const members = await tx.$count(
    organizationMembers,
    and(
      eq(organizationMembers.organizationId, collection.organizationId),
      ne(organizationMembers.status, "revoked"),
      inArray(
        organizationMembers.id,
        grants.map(({ memberId }) => memberId),
      ),
    ),
  );
  if (members !== grants.length) throw new NotFound();
  await tx.insert(collectionMembers).values(grants.map((grant) => ({ ...collection, ...grant })));
}
