import { operatorEndpoint } from "@/lib/http/operator";
import { giveCredit } from "@/lib/operations/billing/give-credit";

export const POST = operatorEndpoint(giveCredit);
