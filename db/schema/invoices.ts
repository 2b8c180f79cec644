import { sql } from "drizzle-orm";
import { bigint, check, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { type BilledTo, type Issuer, invoiceStatuses } from "@/lib/domain/billing/invoice";
import type { Month } from "@/lib/domain/billing/month";
import type { InvoiceId, ProviderId } from "@/lib/domain/ids";
import { moment } from "./columns";

const cents = () => bigint({ mode: "number" }).notNull();

/**
 * What a provider was asked to pay for a month. A trigger of the migration lets nothing be changed but how it ended. No
 * foreign key: an invoice outlives the provider.
 */
export const invoices = pgTable(
  "invoices",
  {
    id: uuid().$type<InvoiceId>().primaryKey().defaultRandom(),
    providerId: uuid().$type<ProviderId>().notNull(),
    month: text().$type<Month>().notNull(),
    number: text().notNull().unique(),
    issuedAt: moment().notNull(),
    dueAt: moment().notNull(),
    /** ISO 4217. */
    currency: text().notNull(),
    discountPercent: integer().notNull(),
    subtotalCents: cents(),
    discountCents: cents(),
    creditCents: cents(),
    totalCents: cents(),
    billedTo: jsonb().$type<BilledTo>().notNull(),
    /** Who asked for the money, as the settings of the instance said then. */
    issuer: jsonb().$type<Issuer>().notNull(),
    status: text({ enum: invoiceStatuses }).notNull().default("open"),
    /** When it was paid, made void or given up. */
    settledAt: moment(),
    /** What a payment service calls it, once it was handed over. */
    gatewayReference: text(),
  },
  (invoice) => [
    // The list of a provider is read from it, too.
    unique("invoices_one_a_month").on(invoice.providerId, invoice.month),
    unique("invoices_of_gateway").on(invoice.gatewayReference),
    check(
      "invoices_sum",
      sql`${invoice.totalCents} = ${invoice.subtotalCents} - ${invoice.discountCents} - ${invoice.creditCents}
        and ${invoice.totalCents} >= 0`,
    ),
    check("invoices_settled", sql`(${invoice.status} = 'open') = (${invoice.settledAt} is null)`),
  ],
);
