import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { getProviderKey } from "@/lib/operations/key/get-provider-key";
import { getMyRevision } from "@/lib/operations/revision/get-my-revision";
import { readInvitation } from "@/lib/operations/token/read-invitation";
import { forEverybody, inConsole, inPortal, ofOneself } from "@/test/matrix/expected";
import { row } from "@/test/matrix/row";

export const rows = [
  // Whoever is confirmed has the key, whatever their role: what they are served decides what they read.
  row(getOrganizationKey, inConsole(["owner", "admin", "customs", "given", "visitors"])).with(
    ({ organizationId }) => ({ organizationId }),
  ),
  row(getProviderKey, inPortal(["staff"])).with(({ providerId }) => ({ providerId })),
  row(getMyRevision, ofOneself()).with(() => ({})),
  row(readInvitation, forEverybody()).with(({ invitation }) => ({ token: invitation })),
];
