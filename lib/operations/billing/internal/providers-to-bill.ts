import "server-only";
import { and, asc, eq, lt, notExists, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providers } from "@/db/schema/providers";
import type { BilledTo } from "@/lib/domain/billing/invoice";

export type ToBill = Awaited<ReturnType<typeof providersToBill>>[number];

/** Providers that had been set up by then, but for those of which `done` finds something. */
export const providersToBill = (tx: Tx, before: Date, done: Parameters<typeof notExists>[0], limit: number) =>
  tx
    .select()
    .from(providers)
    .where(and(eq(providers.status, "billable"), lt(providers.setUpAt, before), notExists(done)) as SQL)
    .orderBy(asc(providers.createdAt), asc(providers.id))
    .limit(limit);

/** To whom an invoice is made out. */
export const billedTo = (provider: ToBill): BilledTo => ({
  name: provider.name ?? provider.ownerEmail,
  businessName: provider.businessName,
  email: provider.billingEmail ?? provider.ownerEmail,
  address: [
    provider.addressLine1,
    provider.addressLine2,
    [provider.postalCode, provider.city].filter(Boolean).join(" "),
    provider.region,
  ].flatMap((line) => line || []),
  country: provider.country,
  taxNumber: provider.taxNumber,
});
