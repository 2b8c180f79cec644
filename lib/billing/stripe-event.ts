import "server-only";
import Stripe from "stripe";
import { z } from "zod";
import type { GatewayEvent } from "@/lib/domain/billing/gateway-event";
import { InvoiceId } from "@/lib/domain/ids";

/** What Stripe tells of an invoice of ours, and how it has ended by that. */
const endings = {
  "invoice.paid": "paid",
  "invoice.voided": "void",
  "invoice.marked_uncollectible": "uncollectible",
} as const;

const isEnding = (type: string): type is keyof typeof endings => Object.hasOwn(endings, type);

/** The invoice that an event is about; other accounts of Stripe's may have invoices that are not ours. */
const OurInvoice = z.object({
  id: z.string().min(1).max(255),
  metadata: z.object({ invoiceId: InvoiceId }),
});

const { webhooks } = new Stripe("unused: only signatures are checked");

/**
 * What a request to the webhook says, if Stripe has signed it less than five minutes ago.
 *
 * @param body as it came, to the byte.
 */
export function readStripeEvent(body: string, signature: string, secret: string): GatewayEvent | null {
  let event: Stripe.Event;
  try {
    event = webhooks.constructEvent(body, signature, secret);
  } catch {
    return null;
  }
  const { id, type } = event;
  const about = OurInvoice.safeParse(event.data.object);
  const told =
    isEnding(type) && about.success
      ? { invoiceId: about.data.metadata.invoiceId, reference: about.data.id, status: endings[type] }
      : null;
  return { id, type, told };
}
