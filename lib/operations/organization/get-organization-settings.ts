import "server-only";
import { eq } from "drizzle-orm";
import { organizationApiKeys } from "@/db/schema/organization-api-keys";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { NotFound } from "@/lib/operations/errors";
import { inOrganization, judgedColumns } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** What the page of settings starts from. */
export const getOrganizationSettings = defineQuery({
  name: "organization.get_settings",
  input: OrganizationTarget,
  access: inOrganization.manage_settings,
  async read({ tx, input: { organizationId } }) {
    const [settings] = await tx
      .select({
        name: organizations.name,
        billingEmail: organizations.billingEmail,
        language: organizations.language,
        providerAccess: organizations.providerAccess,
        provider: providers.name,
        switches: judgedColumns.switches,
        apiKeyMadeAt: organizationApiKeys.madeAt,
      })
      .from(organizations)
      .leftJoin(providers, eq(providers.id, organizations.providerId))
      .leftJoin(organizationApiKeys, eq(organizationApiKeys.organizationId, organizations.id))
      .where(eq(organizations.id, organizationId));
    if (!settings) throw new NotFound();
    return settings;
  },
});

export type OrganizationSettings = Awaited<ReturnType<typeof getOrganizationSettings.read>>;
