import "server-only";
import type { Tx } from "@/db/client";
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
  const letters = owed.map(({ providerId, number, month, totalCents, dueAt, billedTo, issuer }, place) => ({
    to: recipients[place] ?? { email: billedTo.email, locale: null },
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
