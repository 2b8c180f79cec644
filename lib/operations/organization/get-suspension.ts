import "server-only";
import { eq, sql } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { NotFound } from "@/lib/operations/errors";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** Why nothing of an organization is shown: with which provider it is suspended; null where it is suspended on its own. */
export const getOrganizationSuspension = defineQuery({
  name: "organization.get_suspension",
  input: OrganizationTarget,
  access: inOrganization.be_there,
  async read({ tx, input: { organizationId } }) {
    const [row] = await tx
      .select({
        provider: sql<
          string | null
        >`case when ${organizations.suspendedWithProvider} then ${providers.name} end`,
      })
      .from(organizations)
      .leftJoin(providers, eq(providers.id, organizations.providerId))
      .where(eq(organizations.id, organizationId));
    if (!row) throw new NotFound();
    return row;
  },
});
