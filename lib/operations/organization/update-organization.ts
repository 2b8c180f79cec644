import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { sortKey } from "@/lib/domain/names";
import { UpdateOrganization } from "@/lib/domain/organization/inputs";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization } from "@/lib/operations/locks";
import { inOrganization } from "@/lib/operations/organization/access";
import { asClient } from "@/lib/operations/organization/internal/both-logs";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { ownChanges } from "@/lib/operations/own-changes";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Gives the organization another name, billing address or language. Its provider's log tells of a new name too.
 *
 * @throws {InvalidFields} `changed_meanwhile` for what somebody else has changed since it was shown.
 */
export const updateOrganization = defineCommand({
  name: "organization.update",
  input: UpdateOrganization,
  access: inOrganization.manage_settings,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId, shown, ...typed }, now }) {
    const [before] = await tx
      .select({
        name: organizations.name,
        billingEmail: organizations.billingEmail,
        language: organizations.language,
      })
      .from(organizations)
      .where(eq(organizations.id, organizationId));
    if (!before) throw new NotFound();
    const { name, billingEmail, language } = { ...before, ...ownChanges(typed, shown, before) };
    const isRenamed = before.name !== name;
    if (!isRenamed && before.billingEmail === billingEmail && before.language === language)
      return doneUnrecorded({ organizationId }, "it was so already");

    await tx
      .update(organizations)
      .set({ name, sortName: sortKey(name), billingEmail, language, revisedAt: now })
      .where(eq(organizations.id, organizationId));
    await advanceOrganization(tx, organizationId);
    const client = isRenamed ? await asClient(tx, organizationId) : null;
    const details = { from: before.name, to: isRenamed ? name : "none" };
    return done(
      { organizationId },
      { type: "organization.updated", organizationId, details },
      ...(client
        ? [
            {
              type: "client.renamed" as const,
              providerId: client.providerId,
              providerOrganizationId: client.providerOrganizationId,
              details: { from: before.name, to: name },
            },
          ]
        : []),
    );
  },
});
