import "server-only";
import { all, hide } from "@/lib/domain/decision";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import type { Access } from "@/lib/operations/access";
import {
  inOrganization,
  type OrganizationAccessStanding,
  placeOf as organizationPlaceOf,
} from "@/lib/operations/organization/access";
import { inProvider } from "@/lib/operations/provider/access";

type Target = { providerId: ProviderId; organizationId: OrganizationId };
type Standing = {
  provider: Awaited<ReturnType<typeof inProvider.use_blueprints.standing>>;
  organization: OrganizationAccessStanding;
  /** Of the target, which the client has to be tied to. */
  providerId: ProviderId;
};

/**
 * Whoever uses the provider's blueprints, and changes the settings of the client: its visitors, as far as the client
 * lets its provider in, and those of the team who own it.
 */
export const inClient: Access<Target, Standing> = {
  name: "blueprint.in_client",
  of: ["providerId", "organizationId"],
  standing: async (look, { providerId, organizationId }) => ({
    provider: await inProvider.use_blueprints.standing(look, { providerId }),
    organization: await inOrganization.manage_settings.standing(look, { organizationId }),
    providerId,
  }),
  rule({ provider, organization, providerId }) {
    const allowed = all(
      inProvider.use_blueprints.rule(provider),
      inOrganization.manage_settings.rule(organization),
    );
    if (!allowed.allowed) return allowed;
    return organizationPlaceOf(organization).providerId === providerId ? allowed : hide;
  },
  stamp: ({ organization }) => inOrganization.manage_settings.stamp?.(organization) ?? {},
};

/** The actor's place in the client. */
export const placeInClient = ({ organization }: Standing) => organizationPlaceOf(organization);
