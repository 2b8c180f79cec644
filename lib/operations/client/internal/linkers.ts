import "server-only";
import { all } from "@/lib/domain/decision";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import type { Access } from "@/lib/operations/access";
import { inOrganization, type OrganizationAccessStanding } from "@/lib/operations/organization/access";
import { inProvider } from "@/lib/operations/provider/access";

type Target = { providerId: ProviderId; organizationId: OrganizationId };
type Standing = {
  provider: Awaited<ReturnType<typeof inProvider.create_clients.standing>>;
  organization: OrganizationAccessStanding;
};

/** Whoever makes clients of the provider and owns the organization as its member: both, by one and the same person. */
export const linkers: Access<Target, Standing> = {
  name: "linkers",
  of: ["providerId", "organizationId"],
  standing: async (look, { providerId, organizationId }) => ({
    provider: await inProvider.create_clients.standing(look, { providerId }),
    organization: await inOrganization.choose_provider.standing(look, { organizationId }),
  }),
  rule: ({ provider, organization }) =>
    all(inProvider.create_clients.rule(provider), inOrganization.choose_provider.rule(organization)),
};
