import "server-only";
import type { Tx } from "@/db/client";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Invoice } from "@/lib/operations/billing/internal/make-invoices";

/** Has each invoice that has to be paid handed to whoever collects it, after the commit. */
export const askForCollection = (tx: Tx, made: readonly Invoice[], now: Date): Promise<void> =>
  enqueue(
    tx,
    made
      .filter(({ status }) => status === "open")
      .map(({ id, providerId }) => ({
        kind: "collect",
        name: `collect ${id}`,
        providerId,
        payload: { invoiceId: id },
      })),
    now,
  );
