import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providers } from "@/db/schema/providers";
import type { ProviderId } from "@/lib/domain/ids";
import type { Invoice } from "@/lib/operations/billing/internal/make-invoices";
import { pageLink } from "@/lib/operations/links";
import { recipientsAt } from "@/lib/operations/mail/internal/recipients";
import { tellAll } from "@/lib/operations/mail/internal/tell";

/** Mails each invoice that has to be paid to where the provider wants its bills. */
export async function tellOfInvoices(tx: Tx, made: readonly Invoice[], now: Date): Promise<void> {
  const owed = made.filter(({ status }) => status === "open");
  const recipients = await recipientsAt(
    tx,
    owed.map(({ billedTo }) => billedTo.email),
  );
  const languages = await languagesOf(
    tx,
    owed.map(({ providerId }) => providerId),
  );
  const letters = owed.map(({ providerId, number, month, totalCents, dueAt, billedTo, issuer }, place) => ({
    to: { email: billedTo.email, locale: recipients[place]?.locale ?? languages.get(providerId) ?? null },
    mail: {
      kind: "provider.invoice_made" as const,
      link: pageLink(`/providers/${providerId}/billing/history`),
      providerName: billedTo.name,
      invoice: number,
      month,
      totalCents,
      dueAt: dueAt.toISOString(),
      howToPay: issuer.howToPay,
    },
  }));
  await tellAll(tx, letters, now);
}

/** The languages that providers have chosen for letters to whom has chosen none. */
async function languagesOf(tx: Tx, providerIds: ProviderId[]) {
  if (providerIds.length === 0) return new Map<ProviderId, null>();
  const rows = await tx
    .select({ id: providers.id, language: providers.language })
    .from(providers)
    .where(inArray(providers.id, providerIds));
  return new Map(rows.map(({ id, language }) => [id, language]));
}
