import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { gatewayCustomers } from "@/db/schema/billing-gateway";
import { invoices } from "@/db/schema/invoices";
import { NoteCollection } from "@/lib/domain/billing/inputs";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { invoicesOfAll } from "@/lib/operations/locks";
import { doneUnrecorded } from "@/lib/operations/outcome";

/** Keeps what a payment service calls an invoice that was handed to it, and its provider. */
export const noteCollection = defineCommand({
  name: "billing.note_collection",
  input: NoteCollection,
  access: instanceAdministrators,
  locks: () => [invoicesOfAll],
  async run({ tx, input: { invoiceId, customer, reference } }) {
    const [invoice] = await tx
      .select({ providerId: invoices.providerId })
      .from(invoices)
      .where(eq(invoices.id, invoiceId));
    if (!invoice) throw new NotFound();
    const { providerId } = invoice;
    await tx.insert(gatewayCustomers).values({ providerId, reference: customer }).onConflictDoNothing();
    await tx
      .update(invoices)
      .set({ gatewayReference: reference })
      .where(and(eq(invoices.id, invoiceId), isNull(invoices.gatewayReference)));
    return doneUnrecorded({ invoiceId }, "the provider was told of the invoice when it was made");
  },
});
