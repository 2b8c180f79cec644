import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { EncString } from "@/lib/crypto/types";
import type { RotationId, UserId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { users } from "./users";

/**
 * How an account's user keys have come one after the other, for its devices: what they remember of keys is sealed under
 * the user key of that time.
 */
export const userKeySuccessions = pgTable(
  "user_key_successions",
  {
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The rotation by which the key came. */
    rotationId: uuid().$type<RotationId>().notNull(),
    /** The key before it, sealed under a key derived from it. */
    predecessor: text().$type<EncString>().notNull(),
    /** Under a key derived from the key before: which one comes next. */
    proof: text().$type<EncString>().notNull(),
    at: moment().notNull(),
  },
  (succession) => [
    primaryKey({ columns: [succession.userId, succession.rotationId] }),
    index("user_key_successions_by_age").on(succession.userId, succession.at),
  ],
);
