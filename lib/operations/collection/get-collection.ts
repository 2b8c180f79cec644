import "server-only";
import { and, eq } from "drizzle-orm";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { CollectionTarget } from "@/lib/domain/collection/inputs";
import { NotFound } from "@/lib/operations/errors";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** One collection with everybody who has it: what the editor of its access starts from. */
export const getCollection = defineQuery({
  name: "collection.get",
  input: CollectionTarget,
  access: inOrganization.read_collections,
  async read({ tx, input: { organizationId, collectionId } }) {
    const rows = await tx
      .select({
        name: collections.name,
        memberId: collectionMembers.memberId,
        permission: collectionMembers.permission,
      })
      .from(collections)
      .leftJoin(collectionMembers, eq(collectionMembers.collectionId, collections.id))
      .where(
        and(
          eq(collections.organizationId, organizationId),
          eq(collections.id, collectionId),
          eq(collections.type, "shared"),
        ),
      );
    const [first] = rows;
    if (!first) throw new NotFound();
    return {
      id: collectionId,
      name: first.name,
      members: rows.flatMap(({ memberId, permission }) =>
        memberId && permission ? { memberId, permission } : [],
      ),
    };
  },
});
