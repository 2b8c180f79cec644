import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoices } from "@/db/schema/invoices";
import type { InvoiceId, ProviderId } from "@/lib/domain/ids";
import type { Invoice } from "@/lib/operations/billing/internal/make-invoices";
import { NotFound } from "@/lib/operations/errors";

/**
 * One invoice of this provider. Another provider's is not found, like one that does not exist.
 *
 * @throws {NotFound}
 */
export async function theInvoice(
  tx: Tx,
  { providerId, invoiceId }: { providerId: ProviderId; invoiceId: InvoiceId },
): Promise<Invoice> {
  const [invoice] = await tx
    .select()
    .from(invoices)
    .where(and(eq(invoices.id, invoiceId), eq(invoices.providerId, providerId)));
  if (!invoice) throw new NotFound();
  return invoice;
}
