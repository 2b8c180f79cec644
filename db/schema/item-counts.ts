import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import type { CollectionId, OrganizationId } from "@/lib/domain/ids";
import { collections } from "./collections";

/**
 * How many items that are not in the trash each collection holds; counted by the database (decision 39). Apart from
 * the collections, so that a new item does not wait for whoever renames one. A collection without a row holds none.
 */
export const itemCounts = pgTable(
  "item_counts",
  {
    collectionId: uuid().$type<CollectionId>().primaryKey(),
    organizationId: uuid().$type<OrganizationId>().notNull(),
    items: integer().notNull(),
  },
  (count) => [
    foreignKey({
      name: "item_counts_collection_of_same_organization",
      columns: [count.organizationId, count.collectionId],
      foreignColumns: [collections.organizationId, collections.id],
    }).onDelete("cascade"),
    check("item_counts_items", sql`${count.items} >= 0`),
  ],
);
