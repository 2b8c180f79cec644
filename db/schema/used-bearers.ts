import { index, pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** Bearers of the command line that were presented: each works once. They are forgotten when none could still work. */
export const usedBearers = pgTable(
  "used_bearers",
  {
    /** SHA-256 in base64url: the table opens nothing. */
    hash: text().primaryKey(),
    expiresAt: moment().notNull(),
  },
  (bearer) => [index("used_bearers_by_expiry").on(bearer.expiresAt)],
);
