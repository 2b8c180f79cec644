import { sql } from "drizzle-orm";
import { check, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { EncString } from "@/lib/crypto/types";
import type { UserId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { users } from "./users";

/**
 * What an account remembers of keys that it has met: a digest each, sealed by its browser, so that a key that was
 * put instead of another is noticed on every device. The server can withhold a record and not make one.
 */
export const knownKeys = pgTable(
  "known_keys",
  {
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Of what the key is: `organization:`, `provider:`, `account:` or `compared:` and its id. */
    subject: text().notNull(),
    record: text().$type<EncString>().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (known) => [
    primaryKey({ columns: [known.userId, known.subject] }),
    check("known_keys_subject_limit", sql`length(${known.subject}) <= 60`),
  ],
);
