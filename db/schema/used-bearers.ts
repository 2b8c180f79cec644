import { index, pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/**
 * What was presented and works once: bearers of the command line, challenges that a passkey has signed. They are
 * forgotten when none of that time could still work.
 */
export const usedBearers = pgTable(
  "used_bearers",
  {
    /** SHA-256 in base64url: the table opens nothing. */
    hash: text().primaryKey(),
    expiresAt: moment().notNull(),
  },
  (bearer) => [index("used_bearers_by_expiry").on(bearer.expiresAt)],
);
