import "server-only";
import { and, eq } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { providers } from "@/db/schema/providers";
import { CloseMonth } from "@/lib/domain/billing/inputs";
import { mayClose } from "@/lib/domain/billing/invoice";
import { spanOf } from "@/lib/domain/billing/month";
import { environment } from "@/lib/env";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { askForCollection } from "@/lib/operations/billing/internal/ask-for-collection";
import { billsOf } from "@/lib/operations/billing/internal/bills";
import { makeInvoices } from "@/lib/operations/billing/internal/make-invoices";
import { providersToBill } from "@/lib/operations/billing/internal/providers-to-bill";
import { tellOfInvoices } from "@/lib/operations/billing/internal/tell-of-invoices";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { invoicesOfAll } from "@/lib/operations/locks";
import { doneEach } from "@/lib/operations/outcome";

/** How many invoices one act makes, so that nobody waits long for it. */
export const closedAtOnce = 20;

/**
 * Makes the invoice of a month for providers that have none yet, at most so many, and mails it to them. Run again, it goes
 * on with the others; when all have theirs, nothing is made.
 *
 * @throws {Refused} `month_not_over`
 */
export const closeMonth = defineCommand({
  name: "billing.close_month",
  input: CloseMonth,
  access: instanceAdministrators,
  locks: () => [invoicesOfAll],
  async run({ tx, input: { month }, now }) {
    const { end } = spanOf(month);
    assertAllowed(mayClose(end, now));
    const ofMonth = and(eq(invoices.providerId, providers.id), eq(invoices.month, month));
    const done = tx.select({ id: invoices.id }).from(invoices).where(ofMonth);
    const open = await providersToBill(tx, end, done, closedAtOnce);
    const made = await makeInvoices(tx, open, await billsOf(tx, open, month), month, now);
    await tellOfInvoices(tx, made, now);
    if (environment().billing.by !== "ledger") await askForCollection(tx, made, now);
    return doneEach(
      {
        invoices: made.map(({ number, totalCents }) => ({ number, totalCents })),
        isMoreLikely: open.length === closedAtOnce,
      },
      made,
      ({ providerId, number }) => ({
        type: "provider.invoice_made",
        providerId,
        details: { number, month },
      }),
    );
  },
});
