import { z } from "zod";
import { settledStatuses } from "@/lib/domain/billing/invoice";
import { InvoiceId } from "@/lib/domain/ids";

/** A name that a gateway has given: visible ASCII, as theirs are. */
export const GatewayReference = z.string().regex(/^[!-~]{1,255}$/);

/** What a payment service tells. Most of it is about nothing of ours. */
export const GatewayEvent = z.object({
  id: GatewayReference,
  type: GatewayReference,
  told: z
    .object({
      invoiceId: InvoiceId,
      /** What the service calls it. */
      reference: GatewayReference,
      status: z.enum(settledStatuses),
    })
    .nullable(),
});
export type GatewayEvent = z.output<typeof GatewayEvent>;
