import "server-only";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { defineCommand } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { inOrganization } from "@/lib/operations/organization/access";
import { makeApiKey } from "@/lib/operations/organization/internal/api-key";
import { done } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/** Puts a new key in the place of the organization's key: programs that have the former one are let in no more. */
export const rotateApiKey = defineCommand({
  name: "organization.rotate_api_key",
  input: OrganizationTarget,
  access: recentlyProven(inOrganization.manage_api_key),
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId }, now }) {
    const secret = await makeApiKey(tx, organizationId, now);
    return done({ secret }, { type: "organization.api_key_made", organizationId });
  },
});
