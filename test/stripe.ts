import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

type Customer = { id: string; object: "customer"; name: string; email: string };
type Item = { id: string; object: "invoiceitem"; invoice: string; amount: number; description: string };
type Invoice = {
  id: string;
  object: "invoice";
  customer: string;
  number: string;
  status: "draft" | "open";
  total: number;
  sent: number;
  metadata: { invoiceId: string };
};

/** How many items Stripe takes on one invoice. */
const mostItems = 250;

/**
 * What stands in for Stripe on this machine: customers, invoices with at most 250 items, finalizing and sending, and that a request
 * with a known key gets the answer of the first one.
 */
export async function startStripe() {
  const customers: Customer[] = [];
  const invoices: Invoice[] = [];
  const items: Item[] = [];
  const answers = new Map<string, object>();
  /** Ends of paths of which the next request is done, and its answer lost on the way. */
  const losing: string[] = [];

  function act(path: string, form: URLSearchParams): object | null {
    const text = (name: string) => form.get(name) ?? "";
    const [, , kind, id, step] = path.split("/");
    if (kind === "customers" && !id) {
      const named = { name: text("name"), email: text("email") };
      return put(customers, { id: `cus_${customers.length + 1}`, object: "customer", ...named });
    }
    if (kind === "invoices" && !id)
      return put(invoices, {
        ...{ id: `in_${invoices.length + 1}`, object: "invoice", status: "draft", total: 0, sent: 0 },
        ...{ customer: text("customer"), number: text("number") },
        metadata: { invoiceId: text("metadata[invoiceId]") },
      });
    const invoice = invoices.find((one) => one.id === id);
    if (!invoice) return null;
    const own = items.filter((item) => item.invoice === invoice.id);
    if (step === "add_lines") {
      const added = linesOf(form);
      if (own.length + added.length > mostItems) return null;
      for (const line of added)
        items.push({ id: `ii_${items.length + 1}`, object: "invoiceitem", invoice: invoice.id, ...line });
    }
    if (step === "finalize")
      Object.assign(invoice, { status: "open", total: own.reduce((sum, { amount }) => sum + amount, 0) });
    if (step === "send") invoice.sent++;
    return invoice;
  }

  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    const form = new URLSearchParams(await bodyOf(request));
    const key = `${request.headers["idempotency-key"]}`;
    const answer = answers.get(key) ?? act(path, form);
    if (answer) answers.set(key, answer);
    const lost = losing.findIndex((lostPath) => path.endsWith(lostPath));
    if (lost >= 0) {
      losing.splice(lost, 1);
      response.writeHead(502);
      return response.end();
    }
    response.writeHead(answer ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? { error: { type: "invalid_request_error", message: "unknown" } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // It listens on a port.
  const { port } = server.address() as AddressInfo;
  return {
    ...{ customers, invoices, items, losing },
    baseUrl: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** `lines[0][amount]` and so on, as Stripe's client writes them. */
function linesOf(form: URLSearchParams) {
  const lines = [];
  for (let place = 0; form.has(`lines[${place}][amount]`); place++)
    lines.push({
      amount: Number(form.get(`lines[${place}][amount]`)),
      description: form.get(`lines[${place}][description]`) ?? "",
    });
  return lines;
}

function put<Thing>(things: Thing[], thing: Thing): Thing {
  things.push(thing);
  return thing;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}
