import { pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { EncString } from "@/lib/crypto/types";
import type { FolderId, ImportId, UserId } from "@/lib/domain/ids";
import { dates } from "./columns";
import { users } from "./users";

/** Where somebody puts items in their own vault, whoever the items belong to. Nobody else sees it. */
export const folders = pgTable(
  "folders",
  {
    id: uuid().$type<FolderId>().primaryKey(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Under the user key. */
    name: text().$type<EncString>().notNull(),
    /** The import that made it, which can be undone for a day. */
    importId: uuid().$type<ImportId>(),
    ...dates(),
  },
  (folder) => [unique("folders_of_user").on(folder.userId, folder.id)],
);
