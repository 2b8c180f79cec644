import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { sortKey } from "@/lib/domain/names";
import { RenameClient } from "@/lib/domain/provider/inputs";
import { lockClient } from "@/lib/operations/client/internal/lock-client";
import { defineCommand } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { ownChanges } from "@/lib/operations/own-changes";
import { inProvider } from "@/lib/operations/provider/access";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Gives a client another name, for its own people too.
 *
 * @throws {InvalidFields} `changed_meanwhile` when it is not called any more as it was shown.
 */
export const renameClient = defineCommand({
  name: "client.rename",
  input: RenameClient,
  access: inProvider.administer_clients,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { providerId, organizationId, name: typed, shown }, now }) {
    const { name: from, providerOrganizationId } = await lockClient(tx, { providerId, organizationId });
    const { name = from } = ownChanges({ name: typed }, shown, { name: from });
    if (from === name) return doneUnrecorded({ organizationId, name }, "it was called that already");

    await tx
      .update(organizations)
      .set({ name, sortName: sortKey(name), revisedAt: now })
      .where(eq(organizations.id, organizationId));
    await advanceOrganization(tx, organizationId);
    return done(
      { organizationId, name },
      { type: "client.renamed", providerId, providerOrganizationId, details: { from, to: name } },
      { type: "organization.updated", providerId, organizationId, details: { from, to: name } },
    );
  },
});
