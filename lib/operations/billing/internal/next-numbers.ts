import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoiceNumbers } from "@/db/schema/invoice-numbers";
import { invoiceNumber } from "@/lib/domain/billing/invoice";

/**
 * The next numbers of invoices that are issued at this moment. They are taken in the transaction that makes the invoices:
 * if it is taken back, so are they, and whoever comes meanwhile waits.
 */
export async function nextNumbers(tx: Tx, count: number, issuedAt: Date): Promise<string[]> {
  const year = issuedAt.getUTCFullYear();
  const [row] = await tx
    .insert(invoiceNumbers)
    .values({ year, last: count })
    .onConflictDoUpdate({
      target: invoiceNumbers.year,
      set: { last: sql`${invoiceNumbers.last} + ${count}` },
    })
    .returning({ last: invoiceNumbers.last });
  if (!row) throw new Error("a counted number comes back");
  const first = row.last - count + 1;
  return Array.from({ length: count }, (_, place) => invoiceNumber(year, first + place));
}
