import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountCredits } from "@/db/schema/account-credits";
import { invoices } from "@/db/schema/invoices";
import type { InvoiceStatus } from "@/lib/domain/billing/invoice";
import type { AuditEvent } from "@/lib/domain/events";
import type { UserId } from "@/lib/domain/ids";
import type { Invoice } from "@/lib/operations/billing/internal/make-invoices";

/** Writes how an invoice has ended. One that is made void gives the credit back that it took. */
export async function settle(
  tx: Tx,
  { id, providerId, number, creditCents }: Invoice,
  { status, by }: { status: Exclude<InvoiceStatus, "open">; by: UserId | null },
  now: Date,
): Promise<AuditEvent> {
  await tx.update(invoices).set({ status, settledAt: now }).where(eq(invoices.id, id));
  if (status === "void" && creditCents > 0)
    await tx
      .insert(accountCredits)
      .values({ providerId, at: now, cents: creditCents, reason: "given_back", invoiceId: id, actorId: by });
  return { type: "provider.invoice_settled", providerId, details: { number, outcome: status } };
}
