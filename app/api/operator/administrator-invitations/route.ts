import { operatorEndpoint } from "@/lib/http/operator";
import { inviteAdministrator } from "@/lib/operations/admin/invite-administrator";

export const POST = operatorEndpoint(inviteAdministrator);
