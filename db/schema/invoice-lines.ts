import { bigint, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { lineKinds } from "@/lib/domain/billing/bill";
import type { InvoiceId } from "@/lib/domain/ids";
import { plans } from "@/lib/domain/organization/plans";
import { moment } from "./columns";
import { invoices } from "./invoices";

/** What an invoice is made of. Its lines sum to its total. Never changed, like the ledger that they follow from. */
export const invoiceLines = pgTable(
  "invoice_lines",
  {
    invoiceId: uuid()
      .$type<InvoiceId>()
      .notNull()
      .references(() => invoices.id),
    position: integer().notNull(),
    kind: text({ enum: lineKinds }).notNull(),
    plan: text({ enum: plans }),
    quantity: integer(),
    unitCents: integer(),
    since: moment(),
    cents: bigint({ mode: "number" }).notNull(),
  },
  (line) => [primaryKey({ columns: [line.invoiceId, line.position] })],
);
