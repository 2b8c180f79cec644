import "server-only";
import { asc, eq } from "drizzle-orm";
import { invoiceItems } from "@/db/schema/invoice-items";
import { InvoiceRef } from "@/lib/domain/billing/inputs";
import { theInvoice } from "@/lib/operations/billing/internal/the-invoice";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** The clients of a provider as they were when an invoice was made, with what each cost. */
export const listInvoiceClients = defineQuery({
  name: "billing.list_invoice_clients",
  input: InvoiceRef,
  access: inProvider.read_subscription,
  async read({ tx, input }) {
    const { id, number, issuedAt, currency } = await theInvoice(tx, input);
    const clients = await tx
      .select()
      .from(invoiceItems)
      .where(eq(invoiceItems.invoiceId, id))
      .orderBy(asc(invoiceItems.position));
    return { number, issuedAt, currency, clients };
  },
});
