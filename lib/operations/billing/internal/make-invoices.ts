import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "@/db/client";
import { accountCredits } from "@/db/schema/account-credits";
import { invoiceItems } from "@/db/schema/invoice-items";
import { invoiceLines } from "@/db/schema/invoice-lines";
import { invoices } from "@/db/schema/invoices";
import { dueOf } from "@/lib/domain/billing/invoice";
import type { Month } from "@/lib/domain/billing/month";
import { currency } from "@/lib/domain/billing/prices";
import { InvoiceId, type ProviderId } from "@/lib/domain/ids";
import { environment } from "@/lib/env";
import type { Billed } from "@/lib/operations/billing/internal/bills";
import { clientsOfInvoices } from "@/lib/operations/billing/internal/clients-of-invoice";
import { nextNumbers } from "@/lib/operations/billing/internal/next-numbers";
import { billedTo, type ToBill } from "@/lib/operations/billing/internal/providers-to-bill";

export type Invoice = typeof invoices.$inferSelect;

/** How many rows one statement writes: a value takes a parameter, of which there are 65,535. */
const rowsAtOnce = 5000;

/** Writes the invoices of a month with their lines and clients, and uses the credit that they take. */
export async function makeInvoices(
  tx: Tx,
  providers: readonly ToBill[],
  bills: Map<ProviderId, Billed>,
  month: Month,
  now: Date,
): Promise<Invoice[]> {
  if (providers.length === 0) return [];
  const numbers = await nextNumbers(tx, providers.length, now);
  const clients = await clientsOfInvoices(
    tx,
    providers.map(({ id }) => id),
  );
  const drafts = providers.map((provider, place) => {
    const billed = bills.get(provider.id);
    if (!billed) throw new Error("each provider has a bill");
    const { lines, ...sums } = billed.bill;
    const isFree = sums.totalCents === 0;
    const head: typeof invoices.$inferInsert & { id: InvoiceId } = {
      ...sums,
      id: InvoiceId.parse(randomUUID()),
      providerId: provider.id,
      month,
      number: numbers[place] ?? "",
      issuedAt: now,
      dueAt: dueOf(now),
      currency,
      discountPercent: provider.discountPercent,
      billedTo: billedTo(provider),
      issuer: environment().issuer,
      status: isFree ? "paid" : "open",
      settledAt: isFree ? now : null,
    };
    const { prices } = billed;
    return {
      head,
      lines,
      items: clients(provider.id, { prices, discountPercent: provider.discountPercent }),
    };
  });
  const made = await tx
    .insert(invoices)
    .values(drafts.map(({ head }) => head))
    .returning();
  const placed = <Row>(rowsOf: (draft: (typeof drafts)[number]) => Row[]) =>
    drafts.flatMap((draft) =>
      rowsOf(draft).map((row, position) => ({ ...row, invoiceId: draft.head.id, position })),
    );
  for (const rows of parts(placed(({ lines }) => lines))) await tx.insert(invoiceLines).values(rows);
  for (const rows of parts(placed(({ items }) => items))) await tx.insert(invoiceItems).values(rows);
  const used = made.filter(({ creditCents }) => creditCents > 0);
  if (used.length > 0)
    await tx.insert(accountCredits).values(
      used.map(({ id, providerId, creditCents }) => ({
        providerId,
        at: now,
        cents: -creditCents,
        reason: "used" as const,
        invoiceId: id,
      })),
    );
  return made;
}

const parts = <Row>(rows: Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, part) =>
    rows.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce),
  );
