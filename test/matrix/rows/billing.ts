import { randomUUID } from "node:crypto";
import { invoices } from "@/db/schema/invoices";
import { Month } from "@/lib/domain/billing/month";
import { announceInvoices } from "@/lib/operations/billing/announce-invoices";
import { closeMonth } from "@/lib/operations/billing/close-month";
import { getInvoice } from "@/lib/operations/billing/get-invoice";
import { getInvoiceToCollect } from "@/lib/operations/billing/get-invoice-to-collect";
import { giveCredit } from "@/lib/operations/billing/give-credit";
import { listInvoiceClients } from "@/lib/operations/billing/list-invoice-clients";
import { listInvoices } from "@/lib/operations/billing/list-invoices";
import { noteCollection } from "@/lib/operations/billing/note-collection";
import { settleInvoice } from "@/lib/operations/billing/settle-invoice";
import { takeGatewayEvent } from "@/lib/operations/billing/take-gateway-event";
import { forInstance, inPortal } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";

const admins = inPortal(["provider admin"]);
const administrators = forInstance("administrator");

const month = Month.parse("2026-01");
const sums = { subtotalCents: 30_000, discountCents: 0, creditCents: 0, totalCents: 30_000 };

/** An open invoice of the provider. */
async function anInvoice({ tx, providerId }: Given) {
  const [invoice] = await tx
    .insert(invoices)
    .values({
      ...{ ...sums, providerId, month, number: "2026-0001", currency: "USD", discountPercent: 0 },
      ...{ issuedAt: new Date(), dueAt: new Date() },
      billedTo: {
        ...{ name: "My Provider", businessName: null, email: "billing@provider.example" },
        ...{ address: [], country: null, taxNumber: null },
      },
      issuer: { lines: ["Trousseau"], howToPay: null },
    })
    .returning({ id: invoices.id });
  if (!invoice) throw new Error("no row came back");
  return { providerId, invoiceId: invoice.id };
}

export const rows = [
  row(listInvoices, admins).with(({ providerId }) => ({ providerId })),
  row(getInvoice, admins).with(anInvoice),
  row(listInvoiceClients, admins).with(anInvoice),
  row(closeMonth, administrators).with(() => ({ month })),
  row(announceInvoices, administrators).with(() => ({})),
  row(settleInvoice, administrators).with(async (given) => {
    await anInvoice(given);
    return { number: "2026-0001", status: "paid" as const };
  }),
  row(giveCredit, administrators).with(({ providerId }) => ({ providerId, cents: 500 })),
  row(getInvoiceToCollect, administrators).with(async (given) => ({
    invoiceId: (await anInvoice(given)).invoiceId,
  })),
  row(noteCollection, administrators).with(async (given) => ({
    ...{ invoiceId: (await anInvoice(given)).invoiceId, customer: "cus_1", reference: "in_1" },
  })),
  row(takeGatewayEvent, administrators).with(async (given) => ({
    ...{ id: `evt_${randomUUID()}`, type: "invoice.paid" },
    told: { invoiceId: (await anInvoice(given)).invoiceId, reference: "in_1", status: "paid" as const },
  })),
];
