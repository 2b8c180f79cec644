import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** How often something was tried, per account or address, within a window. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    /** What is limited and for whom, the whom hashed. */
    key: text().primaryKey(),
    points: integer().notNull(),
    expiresAt: moment().notNull(),
  },
  (limit) => [index("rate_limits_by_expiry").on(limit.expiresAt)],
);
