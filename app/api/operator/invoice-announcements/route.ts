import { operatorEndpoint } from "@/lib/http/operator";
import { announceInvoices } from "@/lib/operations/billing/announce-invoices";

export const POST = operatorEndpoint(announceInvoices);
