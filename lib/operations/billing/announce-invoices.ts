import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { invoiceAnnouncements } from "@/db/schema/invoice-announcements";
import { providers } from "@/db/schema/providers";
import { dueOf } from "@/lib/domain/billing/invoice";
import { monthOf, spanOf } from "@/lib/domain/billing/month";
import { environment } from "@/lib/env";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { billsOf } from "@/lib/operations/billing/internal/bills";
import { billedTo, providersToBill } from "@/lib/operations/billing/internal/providers-to-bill";
import { defineCommand } from "@/lib/operations/command";
import { pageLink } from "@/lib/operations/links";
import { invoicesOfAll } from "@/lib/operations/locks";
import { recipientsAt } from "@/lib/operations/mail/internal/recipients";
import { tellAll } from "@/lib/operations/mail/internal/tell";
import { doneUnrecorded } from "@/lib/operations/outcome";

const announcedAtOnce = 50;

/**
 * Mails providers what the invoice of the running month will be as things are, once a month. Run again, it goes on with
 * the others.
 */
export const announceInvoices = defineCommand({
  name: "billing.announce_invoices",
  input: z.object({}),
  access: instanceAdministrators,
  locks: () => [invoicesOfAll],
  async run({ tx, now }) {
    const month = monthOf(now);
    const ofMonth = and(
      eq(invoiceAnnouncements.providerId, providers.id),
      eq(invoiceAnnouncements.month, month),
    );
    const done = tx.select({ at: invoiceAnnouncements.at }).from(invoiceAnnouncements).where(ofMonth);
    const untold = await providersToBill(tx, now, done, announcedAtOnce);
    if (untold.length === 0)
      return doneUnrecorded({ announced: 0, isMoreLikely: false }, "all were told before");
    const bills = await billsOf(tx, untold, month);
    await tx
      .insert(invoiceAnnouncements)
      .values(untold.map(({ id }) => ({ providerId: id, month, at: now })));

    const owing = untold.flatMap((provider) => {
      const totalCents = bills.get(provider.id)?.bill.totalCents ?? 0;
      return totalCents > 0
        ? [{ provider: { id: provider.id, language: provider.language, ...billedTo(provider) }, totalCents }]
        : [];
    });
    const recipients = await recipientsAt(
      tx,
      owing.map(({ provider }) => provider.email),
    );
    const { end } = spanOf(month);
    const letters = owing.map(({ provider, totalCents }, place) => ({
      to: { email: provider.email, locale: recipients[place]?.locale ?? provider.language },
      mail: {
        kind: "provider.invoice_upcoming" as const,
        link: pageLink(`/providers/${provider.id}/billing/subscription`),
        providerName: provider.name,
        month,
        totalCents,
        issuedOn: end.toISOString(),
        dueAt: dueOf(end).toISOString(),
        howToPay: environment().issuer.howToPay,
      },
    }));
    await tellAll(tx, letters, now);
    return doneUnrecorded(
      { announced: owing.length, isMoreLikely: untold.length === announcedAtOnce },
      "a letter about what may come changes nothing",
    );
  },
});
