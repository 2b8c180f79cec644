import "server-only";
import { eq, sql } from "drizzle-orm";
import { gatewayCustomers } from "@/db/schema/billing-gateway";
import { invoiceLines } from "@/db/schema/invoice-lines";
import { invoices } from "@/db/schema/invoices";
import { GetInvoiceToCollect } from "@/lib/domain/billing/inputs";
import { planFacts } from "@/lib/domain/organization/plans";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { defineQuery } from "@/lib/operations/query";

/**
 * An invoice that is open and was not handed over yet, as a payment service takes it: its lines are sums for each plan and
 * kind. Null where there is nothing to do.
 */
export const getInvoiceToCollect = defineQuery({
  name: "billing.get_invoice_to_collect",
  input: GetInvoiceToCollect,
  access: instanceAdministrators,
  async read({ tx, input: { invoiceId } }) {
    const [row] = await tx
      .select({ invoice: invoices, customer: gatewayCustomers.reference })
      .from(invoices)
      .leftJoin(gatewayCustomers, eq(gatewayCustomers.providerId, invoices.providerId))
      .where(eq(invoices.id, invoiceId));
    if (row?.invoice.status !== "open" || row.invoice.gatewayReference !== null) return null;
    const { invoice, customer } = row;
    // A payment service takes few lines, and a month may have hundreds of rises. What each was is on the invoice itself.
    const lines = await tx
      .select({
        plan: invoiceLines.plan,
        kind: invoiceLines.kind,
        // A plan has one line of its whole month.
        seats: sql<
          number | null
        >`max(${invoiceLines.quantity}) filter (where ${invoiceLines.kind} = 'month')`,
        cents: sql`sum(${invoiceLines.cents})`.mapWith(Number),
      })
      .from(invoiceLines)
      .where(eq(invoiceLines.invoiceId, invoiceId))
      .groupBy(invoiceLines.plan, invoiceLines.kind)
      .orderBy(sql`min(${invoiceLines.position})`);
    return {
      id: invoice.id,
      providerId: invoice.providerId,
      number: invoice.number,
      dueAt: invoice.dueAt,
      currency: invoice.currency,
      totalCents: invoice.totalCents,
      billedTo: invoice.billedTo,
      customer,
      // A payment service keeps them in one language. The invoice itself is in the reader's.
      lines: lines.map(({ kind, plan, seats, cents }) => ({
        cents,
        text: [
          plan ? planFacts[plan].tier : null,
          kind.replace("_", " "),
          seats === null ? null : `${seats} seats`,
        ]
          .filter(Boolean)
          .join(", "),
      })),
    };
  },
});
