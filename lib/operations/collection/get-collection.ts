import "server-only";
import { and, eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { maySeeHolders } from "@/lib/domain/collection/access";
import { CollectionTarget } from "@/lib/domain/collection/inputs";
import { together } from "@/lib/domain/collection/permission";
import { grantsOf } from "@/lib/operations/collection/internal/grants";
import { groupGrantsOf } from "@/lib/operations/collection/internal/group-cells";
import { isManaged, permissionsOf } from "@/lib/operations/collection/internal/who-has";
import { assertAllowed } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** One collection with every member and group that has it: what the editor of its access starts from. */
export const getCollection = defineQuery({
  name: "collection.get",
  input: CollectionTarget,
  access: inOrganization.keep_given_collections,
  async read({ tx, input: { organizationId, collectionId }, standing }) {
    const place = placeOf(standing);
    const [collection] = await tx
      .select({
        name: collections.name,
        permissions: permissionsOf(memberIdOf(place), collections.id),
        isManaged: isManaged(collections.id),
      })
      .from(collections)
      .where(
        and(
          eq(collections.organizationId, organizationId),
          eq(collections.id, collectionId),
          eq(collections.type, "shared"),
        ),
      );
    if (!collection) throw new NotFound();
    const { permissions } = collection;
    assertAllowed(maySeeHolders(place, { ...collection, permission: together(permissions) }));
    const members = await grantsOf(tx, { organizationId, collectionId });
    const groups = await groupGrantsOf(tx, organizationId, collectionId);
    return { id: collectionId, name: collection.name, members, groups };
  },
});
