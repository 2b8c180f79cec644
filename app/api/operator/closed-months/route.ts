import { operatorEndpoint } from "@/lib/http/operator";
import { closeMonth } from "@/lib/operations/billing/close-month";

export const POST = operatorEndpoint(closeMonth);
