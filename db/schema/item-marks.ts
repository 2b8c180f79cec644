import { boolean, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { ItemId, UserId } from "@/lib/domain/ids";
import { ciphers } from "./ciphers";
import { moment } from "./columns";
import { users } from "./users";

/** What an item is to one person alone: a favourite, or put away into their archive. */
export const itemMarks = pgTable(
  "item_marks",
  {
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    itemId: uuid("cipher_id")
      .$type<ItemId>()
      .notNull()
      .references(() => ciphers.id, { onDelete: "cascade" }),
    isFavorite: boolean().notNull().default(false),
    archivedAt: moment(),
  },
  (mark) => [
    primaryKey({ columns: [mark.userId, mark.itemId] }),
    index("item_marks_of_cipher").on(mark.itemId),
  ],
);
