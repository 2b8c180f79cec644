import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providers } from "@/db/schema/providers";
import { userIdOf } from "@/lib/domain/actor";
import { refuse } from "@/lib/domain/decision";
import type { OrganizationId, ProviderId, ProviderOrganizationId } from "@/lib/domain/ids";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { mayEnterClient, type VisitorStanding } from "@/lib/domain/organization/visit";
import type { Access } from "@/lib/operations/access";
import { personOf, sessionOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { endVisits } from "@/lib/operations/organization/internal/end-visits";
import { hasRunOut } from "@/lib/operations/organization/internal/visit-end";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

type Client = {
  providerId: ProviderId;
  providerOrganizationId: ProviderOrganizationId;
  name: string;
};
type Visitor = (NonNullable<VisitorStanding> & Client) | "nobody" | "anonymous";

/** Confirmed users of the organization's provider, inside or outside. */
const clientVisitors: Access<{ organizationId: OrganizationId }, Visitor> = {
  name: "client_visitors",
  of: ["organizationId"],
  async standing({ tx, actor, hold }, { organizationId }) {
    const userId = userIdOf(actor);
    if (!userId) return "anonymous";
    const [visitor] = await hold(
      tx
        .select({
          providerId: providerOrganizations.providerId,
          providerOrganizationId: providerOrganizations.id,
          name: organizations.name,
          access: organizations.providerAccess,
          staff: {
            role: providerMembers.role,
            status: providerMembers.status,
            state: providers.state,
          },
          isMember: sql<boolean>`exists (select from ${organizationMembers} as team
          where team.organization_id = ${organizations.id} and team.user_id = ${userId}
            and team.status = 'confirmed')`,
        })
        .from(organizations)
        .innerJoin(providerOrganizations, eq(providerOrganizations.organizationId, organizations.id))
        .innerJoin(providers, eq(providers.id, providerOrganizations.providerId))
        .innerJoin(
          providerMembers,
          and(
            eq(providerMembers.providerId, providerOrganizations.providerId),
            eq(providerMembers.userId, userId),
          ),
        )
        .where(eq(organizations.id, organizationId)),
    );
    return visitor ?? "nobody";
  },
  rule: (visitor) =>
    visitor === "anonymous" ? refuse("not_signed_in") : mayEnterClient(visitor === "nobody" ? null : visitor),
};

/**
 * Begins a provider user's visit: from now on, and in this session only, the client is served to them. It
 * lasts until they leave, its time runs out or the session ends. One that had run out is ended first. Entering
 * twice, even at once, is one visit.
 */
export const enterClient = defineCommand({
  name: "organization.enter_client",
  input: OrganizationTarget,
  access: clientVisitors,
  async run({ tx, actor, input: { organizationId }, standing, now }) {
    const userId = personOf(actor);
    if (typeof standing === "string") throw new Error("the rule let nobody in");
    const { providerId, providerOrganizationId, name } = standing;
    const sessionId = sessionOf(actor);
    const own = and(eq(clientVisits.sessionId, sessionId), eq(clientVisits.organizationId, organizationId));
    const ended = await endVisits(tx, and(own, hasRunOut(now)), now);
    const begun = await tx
      .insert(clientVisits)
      .values({ providerId, organizationId, userId, sessionId, startedAt: now, lastSeenAt: now })
      .onConflictDoNothing()
      .returning({ id: clientVisits.id });
    if (begun.length === 0) return doneUnrecorded(null, "the visit is under way already");
    return done(
      null,
      { type: "client.entered", providerId, providerOrganizationId, details: { client: name } },
      { type: "organization.entered_by_provider", organizationId, providerId },
      ...ended,
    );
  },
});
