import type { Line } from "@/lib/domain/billing/bill";
import type { BilledTo } from "@/lib/domain/billing/invoice";
import type { InvoiceId, ProviderId } from "@/lib/domain/ids";

/** An invoice as it is handed over. What is on it was worked out here, whoever collects the money. */
export type InvoiceToCollect = {
  id: InvoiceId;
  providerId: ProviderId;
  number: string;
  dueAt: Date;
  currency: string;
  totalCents: number;
  billedTo: BilledTo;
  /** Each with what it is for, in words. They are few, however many the invoice has, and sum to the total. */
  lines: (Pick<Line, "cents"> & { text: string })[];
  /** What the gateway calls the provider, if it has met it. */
  customer: string | null;
};

/** What the gateway calls them. */
export type Collected = { customer: string; reference: string };

/** Whoever collects the money of invoices. */
export type BillingGateway = {
  /**
   * Hands an invoice over, once however often it is called with the same.
   *
   * @returns null where nobody collects: the provider pays as its issuer says, and an administrator settles the invoice.
   * @throws {NotDone} when it was not taken and is to be tried again.
   */
  collect: (invoice: InvoiceToCollect) => Promise<Collected | null>;
};

/** The instance keeps its own books, and nobody else is asked. */
export const embeddedLedger: BillingGateway = { collect: async () => null };
