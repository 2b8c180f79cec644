import "server-only";
import { eq } from "drizzle-orm";
import { gatewayEvents } from "@/db/schema/billing-gateway";
import { invoices } from "@/db/schema/invoices";
import { GatewayEvent } from "@/lib/domain/billing/gateway-event";
import { maySettle } from "@/lib/domain/billing/invoice";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { settle } from "@/lib/operations/billing/internal/settle";
import { defineCommand } from "@/lib/operations/command";
import { invoicesOfAll } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Takes what a payment service tells of an invoice, once. Services tell the same twice, and not in order: what is paid or
 * void stays so, whatever comes later.
 */
export const takeGatewayEvent = defineCommand({
  name: "billing.take_gateway_event",
  input: GatewayEvent,
  access: instanceAdministrators,
  locks: () => [invoicesOfAll],
  async run({ tx, input: { id, type, told }, now }) {
    const first = await tx
      .insert(gatewayEvents)
      .values({ id, type, receivedAt: now })
      .onConflictDoNothing()
      .returning({ id: gatewayEvents.id });
    // The rule below refuses what comes again, too, by how the invoice has ended. This does not rest on it.
    if (first.length === 0) return doneUnrecorded({ settled: false }, "it came before");
    if (!told) return doneUnrecorded({ settled: false }, "it is about nothing of ours");
    const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, told.invoiceId));
    const isAnother = invoice?.gatewayReference && invoice.gatewayReference !== told.reference;
    if (!invoice || isAnother || !maySettle(invoice.status, told.status).allowed)
      return doneUnrecorded({ settled: false }, "it does not fit the invoice as it is");
    return done({ settled: true }, await settle(tx, invoice, { status: told.status, by: null }, now));
  },
});
