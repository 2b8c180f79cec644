import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";

/**
 * Whether the item of the surrounding row is in members' own collections and in no other.
 *
 * @param item what the row's table is called in the surrounding statement.
 */
export function isPersonal(item: "ciphers" | "item" | "here" = "ciphers"): SQL<boolean> {
  const row = sql.raw(item);
  return sql<boolean>`(${row}.collections > 0 and not exists (select from ${collectionCiphers} as entry
    join ${collections} as within on within.id = entry.collection_id and within.type = 'shared'
    where entry.cipher_id = ${row}.id))`;
}
