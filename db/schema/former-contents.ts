import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { CollectionId, ItemId, OrganizationId } from "@/lib/domain/ids";
import { ciphers } from "./ciphers";

/**
 * What a collection held when it was deleted. Whoever had access to it then owes its items when they are removed later.
 * The database writes it.
 */
export const formerContents = pgTable(
  "former_contents",
  {
    organizationId: uuid().$type<OrganizationId>().notNull(),
    /** A collection that is no more. */
    collectionId: uuid().$type<CollectionId>().notNull(),
    itemId: uuid("cipher_id").$type<ItemId>().notNull(),
  },
  (entry) => [
    primaryKey({ columns: [entry.collectionId, entry.itemId] }),
    index("former_contents_of_cipher").on(entry.itemId),
    foreignKey({
      name: "former_contents_cipher_of_same_organization",
      columns: [entry.organizationId, entry.itemId],
      foreignColumns: [ciphers.organizationId, ciphers.id],
    }).onDelete("cascade"),
  ],
);
