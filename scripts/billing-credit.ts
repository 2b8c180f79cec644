import { parseArgs } from "node:util";
import { CreditCents } from "@/lib/domain/billing/credit";
import { currency } from "@/lib/domain/billing/prices";
import { ProviderId } from "@/lib/domain/ids";
import { giveCredit } from "@/lib/operations/billing/give-credit";
import { Complaint, commandLine, runAsOperator } from "./lib/operator";

const usage = `npm run billing:credit -- --provider <id> --amount <amount>

Gives a provider credit, which its next invoices use up. It cannot be taken back. Use the settings of the server
(DATA_DIR, DATABASE_URL, PORT).

  --provider  the provider's id, as the addresses of its portal have it
  --amount    an amount in ${currency}, such as 12.50`;

/** An amount in cents; NaN where the text is none. */
const centsOf = (text = ""): number =>
  /^\d{1,7}(\.\d{2})?$/.test(text) ? Math.round(Number(text) * 100) : Number.NaN;

await commandLine(usage, async (args) => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args, options: { provider: text, amount: text } });
  const providerId = ProviderId.safeParse(values.provider);
  const cents = CreditCents.safeParse(centsOf(values.amount));
  if (!providerId.success || !cents.success)
    throw new Complaint(`--provider takes an id, --amount an amount such as 12.50.\n\n${usage}`);
  await runAsOperator({
    command: giveCredit,
    path: "/api/operator/account-credits",
    input: { providerId: providerId.data, cents: cents.data },
  });
  return `${values.amount} ${currency} of credit are given.`;
});
