import "server-only";
import { and, eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { CollectionTarget } from "@/lib/domain/collection/inputs";
import { grantsOf } from "@/lib/operations/collection/internal/grants";
import { groupGrantsOf } from "@/lib/operations/collection/internal/group-cells";
import { NotFound } from "@/lib/operations/errors";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** One collection with every member and group that has it: what the editor of its access starts from. */
export const getCollection = defineQuery({
  name: "collection.get",
  input: CollectionTarget,
  access: inOrganization.read_collections,
  async read({ tx, input: { organizationId, collectionId } }) {
    const [collection] = await tx
      .select({ name: collections.name })
      .from(collections)
      .where(
        and(
          eq(collections.organizationId, organizationId),
          eq(collections.id, collectionId),
          eq(collections.type, "shared"),
        ),
      );
    if (!collection) throw new NotFound();
    const members = await grantsOf(tx, { organizationId, collectionId });
    const groups = await groupGrantsOf(tx, organizationId, collectionId);
    return { id: collectionId, name: collection.name, members, groups };
  },
});
