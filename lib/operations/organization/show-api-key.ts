import "server-only";
import { eq } from "drizzle-orm";
import { organizationApiKeys } from "@/db/schema/organization-api-keys";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { defineCommand } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { inOrganization } from "@/lib/operations/organization/access";
import { makeApiKey, placeOfApiKey } from "@/lib/operations/organization/internal/api-key";
import { done } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";
import { openAtRest } from "@/lib/secrets-at-rest";

/** Shows the organization's key to somebody who has just proven their master password. The first time, it is made. */
export const showApiKey = defineCommand({
  name: "organization.show_api_key",
  input: OrganizationTarget,
  access: recentlyProven(inOrganization.manage_api_key),
  // Two who ask for the first time at once are shown the same key.
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId }, now }) {
    const [kept] = await tx
      .select({ sealedSecret: organizationApiKeys.sealedSecret })
      .from(organizationApiKeys)
      .where(eq(organizationApiKeys.organizationId, organizationId));
    const secret = kept
      ? openAtRest(kept.sealedSecret, placeOfApiKey(organizationId))
      : await makeApiKey(tx, organizationId, now);
    return done(
      { secret },
      { type: kept ? "organization.api_key_shown" : "organization.api_key_made", organizationId },
    );
  },
});
