import "server-only";
import { eq, isNotNull, sql } from "drizzle-orm";
import { organizationApiKeys } from "@/db/schema/organization-api-keys";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { userIdOf } from "@/lib/domain/actor";
import { all } from "@/lib/domain/decision";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { mayInOrganization } from "@/lib/domain/organization/member";
import { mayLeaveProvider } from "@/lib/domain/provider/linking";
import { NotFound } from "@/lib/operations/errors";
import { hasAccountJoinedTeam } from "@/lib/operations/is-in-team";
import { judgedColumns } from "@/lib/operations/judged-columns";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** What the page of settings starts from. */
export const getOrganizationSettings = defineQuery({
  name: "organization.get_settings",
  input: OrganizationTarget,
  access: inOrganization.manage_settings,
  async read({ tx, actor, input: { organizationId }, standing }) {
    const place = placeOf(standing);
    const [row] = await tx
      .select({
        name: organizations.name,
        billingEmail: organizations.billingEmail,
        language: organizations.language,
        providerAccess: organizations.providerAccess,
        provider: providers.name,
        hasProvider: sql<boolean>`${isNotNull(organizations.providerId)}`,
        plan: organizations.plan,
        seats: organizations.seats,
        used: organizations.usedSeats,
        switches: judgedColumns.switches,
        apiKeyMadeAt: organizationApiKeys.madeAt,
        isOfTeam: hasAccountJoinedTeam(organizations.providerId, sql`${userIdOf(actor)}::uuid`),
      })
      .from(organizations)
      .leftJoin(providers, eq(providers.id, organizations.providerId))
      .leftJoin(organizationApiKeys, eq(organizationApiKeys.organizationId, organizations.id))
      .where(eq(organizations.id, organizationId));
    if (!row) throw new NotFound();
    const { isOfTeam, hasProvider, plan, seats, used, ...settings } = row;
    const chooses = mayInOrganization("choose_provider", place);
    return {
      ...settings,
      leavesProvider: hasProvider && all(chooses, mayLeaveProvider(place, isOfTeam)).allowed,
      /** Of an organization without a provider, for whoever changes them. */
      ownPlan: !hasProvider && chooses.allowed ? { plan, seats, used } : null,
      /** Of a client, whose provider decides on them and pays. */
      planByProvider: hasProvider ? { plan, seats, used } : null,
    };
  },
});

export type OrganizationSettings = Awaited<ReturnType<typeof getOrganizationSettings.read>>;
