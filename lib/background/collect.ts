import "server-only";
import { z } from "zod";
import type { BillingGateway } from "@/lib/billing/gateway";
import { jobActor } from "@/lib/domain/actor";
import { InvoiceId } from "@/lib/domain/ids";
import { defineJob } from "@/lib/jobs/job";
import { getInvoiceToCollect } from "@/lib/operations/billing/get-invoice-to-collect";
import { noteCollection } from "@/lib/operations/billing/note-collection";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";

/** Hands one invoice to whoever collects it. Begun again after a crash, it finds what it had made there. */
export const collectJob = (gateway: BillingGateway) =>
  defineJob({
    kind: "collect",
    payload: z.object({ invoiceId: InvoiceId }),
    async run({ db, payload: { invoiceId } }) {
      const invoice = await ask(db, getInvoiceToCollect, jobActor(), { invoiceId });
      const collected = invoice && (await gateway.collect(invoice));
      if (collected) await execute(db, noteCollection, jobActor(), { invoiceId, ...collected });
      return null;
    },
  });
