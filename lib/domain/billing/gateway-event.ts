import { z } from "zod";
import { settledStatuses } from "@/lib/domain/billing/invoice";
import { InvoiceId } from "@/lib/domain/ids";

/** What a payment service tells. Most of it is about nothing of ours. */
export const GatewayEvent = z.object({
  id: z.string().min(1).max(255),
  type: z.string().min(1).max(255),
  told: z
    .object({
      invoiceId: InvoiceId,
      /** What the service calls it. */
      reference: z.string().min(1).max(255),
      status: z.enum(settledStatuses),
    })
    .nullable(),
});
export type GatewayEvent = z.output<typeof GatewayEvent>;
