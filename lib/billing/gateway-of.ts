import "server-only";
import { type BillingGateway, embeddedLedger } from "@/lib/billing/gateway";
import type { BillingSettings } from "@/lib/env";

/** Who collects this instance's invoices. What is not used is not loaded. */
export async function gatewayOf(settings: BillingSettings): Promise<BillingGateway> {
  if (settings.by === "ledger") return embeddedLedger;
  const [{ stripeGateway }, { stripeClient }] = await Promise.all([
    import("@/lib/billing/stripe-gateway"),
    import("@/lib/billing/stripe-client"),
  ]);
  return stripeGateway(stripeClient(settings));
}
