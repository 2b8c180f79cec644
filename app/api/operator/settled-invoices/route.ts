import { operatorEndpoint } from "@/lib/http/operator";
import { settleInvoice } from "@/lib/operations/billing/settle-invoice";

export const POST = operatorEndpoint(settleInvoice);
