import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { UserId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { users } from "./users";

/** Codes that take the place of an authenticator's, each once, for whoever has lost theirs. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of the code: 80 random bits cannot be guessed from it. */
    hash: text().notNull(),
    usedAt: moment(),
  },
  (code) => [primaryKey({ columns: [code.userId, code.hash] })],
);
