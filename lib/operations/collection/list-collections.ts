import "server-only";
import {
  mayDeleteCollection,
  mayManageCollection,
  reachesAll,
  reachesUnassigned,
} from "@/lib/domain/collection/access";
import { ListCollections } from "@/lib/domain/collection/inputs";
import { together } from "@/lib/domain/collection/permission";
import { byAge, readPage } from "@/lib/operations/collection/internal/collections-page";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/**
 * The organization's collections, oldest first, a page at a time, their names sealed, with what the actor may do in
 * each, and how many items are in none: at most one more than `unassignedCounted`. One statement.
 */
export const listCollections = defineQuery({
  name: "collection.list",
  input: ListCollections,
  access: inOrganization.read_collections,
  async read({ tx, input: { organizationId, cursor }, standing }) {
    const here = placeOf(standing);
    const page = byAge.page({ sort: "age", direction: "ascending", cursor });
    const rows = await readPage(tx, organizationId, memberIdOf(here), page);
    const [first] = rows;
    const reaches = reachesAll(here);
    const { rows: shown, next } = page.cut(
      rows.flatMap(({ collection, ...facts }) => (collection ? [{ ...collection, ...facts }] : [])),
    );
    return {
      /** Null for those who do not reach items in no collection. */
      unassigned: reachesUnassigned(here) ? (first?.unassigned ?? 0) : null,
      collections: shown.map(({ id, name, formerOwner, members, groups, isManaged, items, assigned }) => {
        const permission = together(assigned);
        return {
          id,
          name,
          /** The address of whom it was the own collection of, until they left. */
          formerOwner,
          members,
          groups,
          isManaged,
          items,
          permission: reaches ? ("manage" as const) : permission,
          mayManage: mayManageCollection(here, { permission, isManaged }).allowed,
          mayDelete: mayDeleteCollection(here, { permission, isManaged }).allowed,
        };
      }),
      next,
    };
  },
});

export type ListedCollections = Awaited<ReturnType<typeof listCollections.read>>;
export type ListedCollection = ListedCollections["collections"][number];
