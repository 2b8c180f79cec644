import "server-only";
import { eq } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { userIdOf } from "@/lib/domain/actor";
import { SettleInvoice } from "@/lib/domain/billing/inputs";
import { maySettle } from "@/lib/domain/billing/invoice";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { settle } from "@/lib/operations/billing/internal/settle";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { invoicesOfAll } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";

/**
 * Says how an invoice has ended that no payment service looks after: it was paid, is void, or was given up.
 *
 * @throws {Refused} `invoice_settled` when it has ended before.
 */
export const settleInvoice = defineCommand({
  name: "billing.settle_invoice",
  input: SettleInvoice,
  access: instanceAdministrators,
  locks: () => [invoicesOfAll],
  async run({ tx, actor, input: { number, status }, now }) {
    const [invoice] = await tx.select().from(invoices).where(eq(invoices.number, number));
    if (!invoice) throw new NotFound();
    assertAllowed(maySettle(invoice.status, status));
    const event = await settle(tx, invoice, { status, by: userIdOf(actor) }, now);
    return done({ number, status }, event);
  },
});
