import { boolean, foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { FolderId, ItemId, UserId } from "@/lib/domain/ids";
import { ciphers } from "./ciphers";
import { moment } from "./columns";
import { folders } from "./folders";
import { users } from "./users";

/** What an item is to one person alone: a favourite, put away into their archive, or in one of their folders. */
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
    folderId: uuid().$type<FolderId>(),
  },
  (mark) => [
    primaryKey({ columns: [mark.userId, mark.itemId] }),
    index("item_marks_of_cipher").on(mark.itemId),
    // Whoever deletes a folder takes its items out of it first.
    foreignKey({
      name: "item_marks_folder_of_same_person",
      columns: [mark.userId, mark.folderId],
      foreignColumns: [folders.userId, folders.id],
    }),
  ],
);
