import { operatorEndpoint } from "@/lib/http/operator";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";

export const POST = operatorEndpoint(inviteProvider);
