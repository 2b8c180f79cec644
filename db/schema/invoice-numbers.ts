import { integer, pgTable } from "drizzle-orm/pg-core";

/** The last number of each year. Its row is held until the commit, so that no number is left out. */
export const invoiceNumbers = pgTable("invoice_numbers", {
  year: integer().primaryKey(),
  last: integer().notNull(),
});
