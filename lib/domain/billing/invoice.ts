import { z } from "zod";
import { allow, type Decision, refuse } from "@/lib/domain/decision";

export const invoiceStatuses = ["open", "paid", "void", "uncollectible"] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** How an invoice ends. */
export const settledStatuses = ["paid", "void", "uncollectible"] as const;

/** How long a provider has for paying. */
export const dueAfterDays = 30;

export const dueOf = (issuedAt: Date): Date => new Date(Number(issuedAt) + dueAfterDays * 86_400_000);

/** `2026-0001`: numbers begin anew each year, and none is left out. */
export const invoiceNumber = (year: number, place: number): string =>
  `${year}-${String(place).padStart(4, "0")}`;

export const InvoiceNumber = z.string().regex(/^20\d{2}-\d{4,9}$/);

/** To whom it was made out, as they were called then. */
export type BilledTo = {
  name: string;
  businessName: string | null;
  email: string;
  /** The lines of the address, and the country as ISO 3166-1 alpha-2. */
  address: string[];
  country: string | null;
  taxNumber: string | null;
};

/** Who asks for the money: name and address line by line, and how to pay. */
export type Issuer = { lines: string[]; howToPay: string | null };

/**
 * Whether invoices should carry a tax number and do not: between companies of two countries, whoever is billed accounts
 * for the tax, and is known by this number.
 *
 * @param issuerCountry of whoever bills; null where the instance does not say it.
 */
export const isTaxNumberMissing = (
  { country, taxNumber }: Pick<BilledTo, "country" | "taxNumber">,
  issuerCountry: string | null,
): boolean => !taxNumber && issuerCountry !== null && country !== null && country !== issuerCountry;

/** What lists say of an invoice: one that should have been paid by now is overdue. */
export const shownStatus = (status: InvoiceStatus, dueAt: Date, now: Date) =>
  status === "open" && Number(dueAt) < Number(now) ? ("overdue" as const) : status;

/**
 * Whether an invoice comes to an end in this way. What is paid or void stays so, whatever is told later; what was given up
 * may be paid after all.
 */
export function maySettle(from: InvoiceStatus, to: InvoiceStatus): Decision {
  const isOver = from === "paid" || from === "void";
  return isOver || to === "open" || from === to ? refuse("invoice_settled") : allow;
}

export const subscriptionStatuses = ["active", "past_due", "suspended"] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

export const subscriptionStatus = (state: "enabled" | "suspended", overdue: number): SubscriptionStatus =>
  state === "suspended" ? "suspended" : overdue > 0 ? "past_due" : "active";

/** A month is billed once it is over. */
export const mayClose = (end: Date, now: Date): Decision =>
  Number(end) <= Number(now) ? allow : refuse("month_not_over");
