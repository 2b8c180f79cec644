import "server-only";
import type Stripe from "stripe";
import type { BillingGateway, InvoiceToCollect } from "@/lib/billing/gateway";
import { NotDone } from "@/lib/jobs/job";

/**
 * Collects through Stripe: one customer for each provider, and an invoice with the sums that were worked out here. Every
 * request has a key of its own, so that a second attempt finds what the first one made.
 */
export const stripeGateway = (stripe: Stripe): BillingGateway => ({
  async collect(invoice) {
    try {
      const customer = invoice.customer ?? (await makeCustomer(stripe, invoice));
      return { customer, reference: await makeInvoice(stripe, invoice, customer) };
    } catch (error) {
      // What Stripe says may hold a name or an address: a word and a number are enough.
      if (isOfStripe(error)) throw new NotDone(`stripe ${error.type} ${error.statusCode ?? "no answer"}`);
      throw error;
    }
  },
});

const isOfStripe = (error: unknown): error is Stripe.errors.StripeError =>
  error instanceof Error && "type" in error && `${error.type}`.startsWith("Stripe");

async function makeCustomer(stripe: Stripe, { providerId, billedTo }: InvoiceToCollect): Promise<string> {
  const { name, email } = billedTo;
  const customer = await stripe.customers.create(
    { name, email, metadata: { providerId } },
    { idempotencyKey: `customer/${providerId}` },
  );
  return customer.id;
}

async function makeInvoice(stripe: Stripe, invoice: InvoiceToCollect, customer: string): Promise<string> {
  const { id, number, currency, lines, totalCents, dueAt } = invoice;
  const key = (step: string) => ({ idempotencyKey: `invoice/${id}/${step}` });
  const draft = await stripe.invoices.create(
    {
      ...{ customer, number, currency, metadata: { invoiceId: id } },
      ...{ collection_method: "send_invoice", due_date: Math.floor(Number(dueAt) / 1000) },
      ...{ auto_advance: false, pending_invoice_items_behavior: "exclude" },
    },
    key("draft"),
  );
  // One request: the lease of a job has time for a few.
  await stripe.invoices.addLines(
    draft.id,
    { lines: lines.map(({ text, cents }) => ({ amount: cents, description: text })) },
    key("lines"),
  );
  const final = await stripe.invoices.finalizeInvoice(draft.id, {}, key("finalize"));
  if (final.total !== totalCents) throw new NotDone(`stripe sums to ${final.total}`);
  await stripe.invoices.sendInvoice(draft.id, {}, key("send"));
  return draft.id;
}
