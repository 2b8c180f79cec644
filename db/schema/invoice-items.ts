import { bigint, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { InvoiceId, OrganizationId } from "@/lib/domain/ids";
import { plans } from "@/lib/domain/organization/plans";
import { invoices } from "./invoices";

/** The clients of a provider as they were when its invoice was made. Never changed. */
export const invoiceItems = pgTable(
  "invoice_items",
  {
    invoiceId: uuid()
      .$type<InvoiceId>()
      .notNull()
      .references(() => invoices.id),
    position: integer().notNull(),
    /** Null for the seats of a plan that no client has. No foreign key: the client may be gone. */
    organizationId: uuid().$type<OrganizationId>(),
    clientName: text(),
    plan: text({ enum: plans }).notNull(),
    assigned: integer().notNull(),
    used: integer().notNull(),
    /** Its seats for a month, after the discount. */
    estimatedCents: bigint({ mode: "number" }).notNull(),
  },
  (item) => [primaryKey({ columns: [item.invoiceId, item.position] })],
);
