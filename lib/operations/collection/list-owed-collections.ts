import "server-only";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { selectedAtOnce } from "@/lib/domain/selection";
import { membersWithoutOwn, ownCollectionName } from "@/lib/operations/collection/internal/without-own";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** Members who are to have a collection of their own and have none, as many as are made at once, and its name. */
export const listOwedCollections = defineQuery({
  name: "collection.list_owed",
  input: OrganizationTarget,
  access: inOrganization.manage_policies,
  async read({ tx, input: { organizationId } }) {
    const name = await ownCollectionName(tx, organizationId);
    if (name === null) return { name: "", memberIds: [] };
    const which = { organizationId, status: "confirmed", memberIds: null } as const;
    return { name, memberIds: await membersWithoutOwn(tx, which, selectedAtOnce) };
  },
});

export type OwedCollections = Awaited<ReturnType<typeof listOwedCollections.read>>;
