import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import { sortKey } from "@/lib/domain/names";
import { RenameClient } from "@/lib/domain/provider/inputs";
import { lockClient } from "@/lib/operations/client/lock-client";
import { defineCommand } from "@/lib/operations/command";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";

/** Gives a client another name, for its own people too. */
export const renameClient = defineCommand({
  name: "client.rename",
  input: RenameClient,
  access: inProvider.administer_clients,
  async run({ tx, input: { providerId, organizationId, name }, now }) {
    const { name: from, providerOrganizationId } = await lockClient(tx, { providerId, organizationId });
    if (from === name) return doneUnrecorded({ organizationId, name }, "it was called that already");

    await tx
      .update(organizations)
      .set({ name, sortName: sortKey(name), revisedAt: now })
      .where(eq(organizations.id, organizationId));
    const members = tx
      .select({ id: sql`${organizationMembers.userId}` })
      .from(organizationMembers)
      .where(
        and(
          eq(organizationMembers.organizationId, organizationId),
          eq(organizationMembers.status, "confirmed"),
        ),
      );
    await tx.update(users).set({ accountRevisedAt: now }).where(inArray(users.id, members));
    return done(
      { organizationId, name },
      { type: "client.renamed", providerId, providerOrganizationId, details: { from, to: name } },
      { type: "organization.updated", providerId, organizationId, details: { from, to: name } },
    );
  },
});
