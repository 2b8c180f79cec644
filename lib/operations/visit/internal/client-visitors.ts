import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providers } from "@/db/schema/providers";
import { userIdOf } from "@/lib/domain/actor";
import { refuse } from "@/lib/domain/decision";
import type { OrganizationId, ProviderId, ProviderOrganizationId } from "@/lib/domain/ids";
import { mayEnterClient, type VisitorStanding } from "@/lib/domain/organization/visit";
import type { Access } from "@/lib/operations/access";
import { hasAccessEnded } from "@/lib/operations/access-end";
import { lacksTwoStep } from "@/lib/operations/own-step";

type Client = {
  providerId: ProviderId;
  providerOrganizationId: ProviderOrganizationId;
  name: string;
};
type Visitor = (NonNullable<VisitorStanding> & Client) | "nobody" | "anonymous";

/** Confirmed users of the organization's provider, whether or not they are in a visit. */
export const clientVisitors: Access<{ organizationId: OrganizationId }, Visitor> = {
  name: "client_visitors",
  of: ["organizationId"],
  async standing({ tx, actor, hold }, { organizationId }) {
    const userId = userIdOf(actor);
    if (!userId) return actor.principal.kind === "anonymous" ? "anonymous" : "nobody";
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
            accessEnded: hasAccessEnded,
            lacksTwoStep: lacksTwoStep(sql`${userId}::uuid`),
          },
          isMember: sql<boolean>`exists (select from ${organizationMembers} as own
          where own.organization_id = ${organizations.id} and own.user_id = ${userId}
            and own.status = 'confirmed')`,
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

/** The visitor of a standing that the rule has allowed, and the client that they may enter. */
export function visitorOf(visitor: Visitor) {
  if (typeof visitor === "string") throw new Error("the rule let nobody in");
  return visitor;
}
