import { z } from "zod";
import { CreditCents } from "@/lib/domain/billing/credit";
import { GatewayReference } from "@/lib/domain/billing/gateway-event";
import { InvoiceNumber, settledStatuses } from "@/lib/domain/billing/invoice";
import { Month } from "@/lib/domain/billing/month";
import { InvoiceId, ProviderId } from "@/lib/domain/ids";
import { pageOnly } from "@/lib/domain/list-view";

export const CloseMonth = z.object({ month: Month });

/** An invoice of one provider. */
export const InvoiceRef = z.object({ providerId: ProviderId, invoiceId: InvoiceId });

export const ListInvoices = z.object({ providerId: ProviderId, ...pageOnly() });

export const GetInvoiceToCollect = z.object({ invoiceId: InvoiceId });

/** What a payment service calls an invoice that was handed to it, and its provider. */
export const NoteCollection = z.object({
  invoiceId: InvoiceId,
  customer: GatewayReference,
  reference: GatewayReference,
});

export const SettleInvoice = z.object({ number: InvoiceNumber, status: z.enum(settledStatuses) });

export const GiveCredit = z.object({ providerId: ProviderId, cents: CreditCents });
