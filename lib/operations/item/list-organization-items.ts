import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { organizations } from "@/db/schema/organizations";
import { reachesAll } from "@/lib/domain/collection/access";
import { mayEditItem, mayReadItem, mayWithItem } from "@/lib/domain/item/access";
import { ListItems } from "@/lib/domain/item/inputs";
import { personOf } from "@/lib/operations/account/access";
import { permissionsInItem, permissionsOf } from "@/lib/operations/collection/internal/who-has";
import { assertAllowed } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { sealedColumns } from "@/lib/operations/item/internal/sealed-columns";
import { defineKeyset } from "@/lib/operations/keyset";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

const none = sql<null>`null`;

/** Names are sealed, so the browser sorts and searches what it has opened: a page is as much as it opens at once. */
const pageSize = 1000;
const inCollection = defineKeyset(
  "items",
  { age: [collectionCiphers.createdAt, collectionCiphers.itemId] },
  pageSize,
);
const inNone = defineKeyset("items in no collection", { age: [ciphers.createdAt, ciphers.id] }, pageSize);

/**
 * The items of one collection, or those in none, oldest first, a page at a time, sealed, and what the actor may do with each: an item in several
 * collections as the most generous of them has it. Two statements.
 */
export const listOrganizationItems = defineQuery({
  name: "item.list_of_organization",
  input: ListItems,
  access: inOrganization.use_items,
  async read({ tx, actor, input: { organizationId, collectionId, cursor }, standing }) {
    const place = placeOf(standing);
    const wanted = collectionId === "unassigned" ? null : collectionId;
    const [facts] = await tx
      .select({
        collection: { id: collections.id, name: collections.name },
        permissions: permissionsOf(memberIdOf(place), collections.id),
      })
      .from(organizations)
      .leftJoin(
        collections,
        and(eq(collections.organizationId, organizations.id), sql`${collections.id} = ${wanted}::uuid`),
      )
      .where(eq(organizations.id, organizationId));
    if (!facts || (wanted && !facts.collection)) throw new NotFound();
    const { collection, ...judged } = facts;
    const item = { owner: "organization" as const, standing: place, ...judged };
    assertAllowed(mayReadItem(item));

    const {
      where,
      orderBy,
      limit,
      place: placeInList,
      cut,
    } = (wanted ? inCollection : inNone).page({
      sort: "age",
      direction: "ascending",
      cursor,
    });
    // Whoever reaches everything is not asked what they were given.
    const isAsked = !reachesAll(place);
    const select = tx.select({
      ...sealedColumns,
      permissions: isAsked ? permissionsInItem(tx, personOf(actor), ciphers.id) : none,
      place: placeInList,
    });
    const listed = and(
      eq(ciphers.organizationId, organizationId),
      eq(ciphers.type, "login"),
      isNull(ciphers.deletedAt),
      where,
    );
    const { rows: items, next } = cut(
      wanted
        ? await select
            .from(collectionCiphers)
            .innerJoin(ciphers, eq(ciphers.id, collectionCiphers.itemId))
            .where(and(eq(collectionCiphers.collectionId, wanted), listed))
            .orderBy(...orderBy)
            .limit(limit)
        : await select
            .from(ciphers)
            .where(and(eq(ciphers.collections, 0), listed))
            .orderBy(...orderBy)
            .limit(limit),
    );
    return {
      collection,
      items: items.map(({ permissions, ...sealed }) => ({
        ...sealed,
        may: mayWithItem({ ...item, permissions: permissions ?? [] }),
      })),
      next,
      /** Whether items can be put into the collection. */
      mayAdd: collection !== null && mayEditItem(item).allowed,
    };
  },
});

export type ListedItems = Awaited<ReturnType<typeof listOrganizationItems.read>>;
