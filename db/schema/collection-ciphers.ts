import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { CollectionId, ItemId, OrganizationId } from "@/lib/domain/ids";
import { ciphers } from "./ciphers";
import { collections } from "./collections";
import { moment } from "./columns";

/** Which items are in which collection, within one organization. */
export const collectionCiphers = pgTable(
  "collection_ciphers",
  {
    organizationId: uuid().$type<OrganizationId>().notNull(),
    collectionId: uuid().$type<CollectionId>().notNull(),
    itemId: uuid("cipher_id").$type<ItemId>().notNull(),
    /** When the item came into the collection: the order in which it is listed. */
    createdAt: moment().notNull().defaultNow(),
  },
  (entry) => [
    primaryKey({ columns: [entry.collectionId, entry.itemId] }),
    index("collection_ciphers_by_age").on(entry.collectionId, entry.createdAt, entry.itemId),
    index("collection_ciphers_of_cipher").on(entry.itemId),
    foreignKey({
      name: "collection_ciphers_collection_of_same_organization",
      columns: [entry.organizationId, entry.collectionId],
      foreignColumns: [collections.organizationId, collections.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "collection_ciphers_cipher_of_same_organization",
      columns: [entry.organizationId, entry.itemId],
      foreignColumns: [ciphers.organizationId, ciphers.id],
    }).onDelete("cascade"),
  ],
);
