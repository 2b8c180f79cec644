import { parseArgs } from "node:util";
import { z } from "zod";
import { InvoiceNumber, settledStatuses } from "@/lib/domain/billing/invoice";
import { settleInvoice } from "@/lib/operations/billing/settle-invoice";
import { Complaint, commandLine, runAsOperator } from "./lib/operator";

const usage = `npm run billing:settle -- --invoice <number> --as paid|void|uncollectible

Says how an invoice has ended. Void gives the credit back that it took. What is paid or void stays so. Use the settings
of the server (DATA_DIR, DATABASE_URL, PORT).

  --invoice  the number of the invoice, such as 2026-0001
  --as       paid, void (it should not have been made) or uncollectible (it was given up)`;

const Options = z.object({ invoice: InvoiceNumber, as: z.enum(settledStatuses) });

await commandLine(usage, async (args) => {
  const text = { type: "string" } as const;
  const parsed = Options.safeParse(parseArgs({ args, options: { invoice: text, as: text } }).values);
  if (!parsed.success)
    throw new Complaint(`--invoice takes a number, --as one of ${settledStatuses.join(", ")}.\n\n${usage}`);
  const { invoice: number, as: status } = parsed.data;
  await runAsOperator({
    command: settleInvoice,
    path: "/api/operator/settled-invoices",
    input: { number, status },
  });
  return `Invoice ${number} is ${status}.`;
});
