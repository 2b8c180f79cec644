import { parseArgs } from "node:util";
import { Month } from "@/lib/domain/billing/month";
import { announceInvoices } from "@/lib/operations/billing/announce-invoices";
import { closeMonth } from "@/lib/operations/billing/close-month";
import { Complaint, commandLine, runAsOperator } from "./lib/operator";

const usage = `npm run billing:close -- --month <yyyy-mm> | --announce

Makes the invoice of a month that is over for each provider, and mails it. A provider that has its invoice of that
month already gets no other one, so it can be run again, by a timer too. Use the settings of the server (DATA_DIR,
DATABASE_URL, PORT, INVOICE_ISSUER, INVOICE_PAYMENT).

  --month     the month to bill, such as 2026-10
  --announce  bills nothing, but mails each provider once what the invoice of the running month will be`;

async function close(month: Month): Promise<string> {
  const numbers: string[] = [];
  for (let more = true; more; ) {
    const { invoices, isMoreLikely } = await runAsOperator({
      command: closeMonth,
      path: "/api/operator/closed-months",
      input: { month },
    });
    numbers.push(...invoices.map(({ number }) => number));
    more = isMoreLikely;
  }
  if (numbers.length === 0) return `${month} is closed: every provider has its invoice.`;
  return `${month} is closed. Invoices made: ${numbers.length} (${numbers[0]} to ${numbers.at(-1)}).`;
}

async function announce(): Promise<string> {
  let told = 0;
  for (let more = true; more; ) {
    const { announced, isMoreLikely } = await runAsOperator({
      command: announceInvoices,
      path: "/api/operator/invoice-announcements",
      input: {},
    });
    told += announced;
    more = isMoreLikely;
  }
  return `Providers told of their next invoice: ${told}.`;
}

await commandLine(usage, async (args) => {
  const { values } = parseArgs({
    args,
    options: { month: { type: "string" }, announce: { type: "boolean" } },
  });
  if (values.announce && values.month === undefined) return announce();
  const month = Month.safeParse(values.month);
  if (values.announce || !month.success)
    throw new Complaint(`--month takes a month, such as 2026-10.\n\n${usage}`);
  return close(month.data);
});
