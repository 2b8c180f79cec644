import "server-only";
import { and, eq } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { ListInvoices } from "@/lib/domain/billing/inputs";
import { shownStatus } from "@/lib/domain/billing/invoice";
import { defineKeyset } from "@/lib/operations/keyset";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

const byMonth = defineKeyset("invoices", { month: [invoices.month] });

/** A provider's invoices, the latest month first. */
export const listInvoices = defineQuery({
  name: "billing.list_invoices",
  input: ListInvoices,
  access: inProvider.read_subscription,
  async read({ tx, input: { providerId, cursor }, now }) {
    const page = byMonth.page({ sort: "month", direction: "descending", cursor });
    const { rows, next } = page.cut(
      await tx
        .select({
          id: invoices.id,
          number: invoices.number,
          month: invoices.month,
          issuedAt: invoices.issuedAt,
          dueAt: invoices.dueAt,
          currency: invoices.currency,
          totalCents: invoices.totalCents,
          status: invoices.status,
          place: page.place,
        })
        .from(invoices)
        .where(and(eq(invoices.providerId, providerId), page.where))
        .orderBy(...page.orderBy)
        .limit(page.limit),
    );
    return {
      invoices: rows.map((invoice) => ({
        ...invoice,
        status: shownStatus(invoice.status, invoice.dueAt, now),
      })),
      next,
    };
  },
});
