import "server-only";
import { asc, eq } from "drizzle-orm";
import { invoiceLines } from "@/db/schema/invoice-lines";
import { InvoiceRef } from "@/lib/domain/billing/inputs";
import { shownStatus } from "@/lib/domain/billing/invoice";
import { theInvoice } from "@/lib/operations/billing/internal/the-invoice";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** One invoice of a provider, with its lines. */
export const getInvoice = defineQuery({
  name: "billing.get_invoice",
  input: InvoiceRef,
  access: inProvider.read_subscription,
  async read({ tx, input, now }) {
    const invoice = await theInvoice(tx, input);
    const lines = await tx
      .select()
      .from(invoiceLines)
      .where(eq(invoiceLines.invoiceId, invoice.id))
      .orderBy(asc(invoiceLines.position));
    return { ...invoice, status: shownStatus(invoice.status, invoice.dueAt, now), lines };
  },
});
