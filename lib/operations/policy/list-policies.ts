import "server-only";
import { eq } from "drizzle-orm";
import { policies } from "@/db/schema/policies";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** What an organization has set of its policies. Types that are missing were never set, and are off. */
export const listPolicies = defineQuery({
  name: "policy.list",
  input: OrganizationTarget,
  access: inOrganization.read_policies,
  async read({ tx, input: { organizationId }, standing }) {
    const set = await tx
      .select({ type: policies.type, enabled: policies.enabled, data: policies.data })
      .from(policies)
      .where(eq(policies.organizationId, organizationId));
    return { policies: set, isInPlan: placeOf(standing).features.includes("policies") };
  },
});

export type SetPolicies = Awaited<ReturnType<typeof listPolicies.read>>["policies"];
