import "server-only";
import { and, eq, not, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import type { Hold, Look } from "@/lib/operations/access";
import { hasAccessEnded, hasPlaceEnded } from "@/lib/operations/access-end";
import { hasOwnOwner } from "@/lib/operations/counts-now";
import { hasAccountJoinedTeam } from "@/lib/operations/is-in-team";
import { judgedColumns, placeIsProviders } from "@/lib/operations/judged-columns";
import { lacksTwoStep } from "@/lib/operations/own-step";
import { providerOf } from "@/lib/operations/provider-of";
import { isOpenVisit } from "@/lib/operations/visit/internal/visit-end";

type Who = {
  organizationId: OrganizationId;
  userId: UserId;
  sessionId: Look["actor"]["sessionId"];
  now: Date;
};

/** What a standing is read from: each row in a part of its own, so that it can be held. */
export function standingParts(tx: Tx, hold: Hold, { organizationId, userId, sessionId, now }: Who) {
  const isHere = eq(organizations.id, organizationId);
  const here = tx.$with("here").as(
    hold(
      tx
        .select({
          ...judgedColumns,
          access: organizations.providerAccess,
          providerId: organizations.providerId,
        })
        .from(organizations)
        .where(isHere),
    ),
  );
  const provider = providerOf(organizationId);
  const member = tx.$with("member").as(
    hold(
      tx
        .select({
          id: organizationMembers.id,
          role: organizationMembers.role,
          permissions: organizationMembers.permissions,
          placeIsProviders: placeIsProviders.as("place_is_providers"),
          letInByProvider: sql<boolean>`(${organizationMembers.letInByProvider}
            and (${provider} is not null or ${hasOwnOwner(organizationId)}))`.as("let_in_by_provider"),
          isOfTeam: hasAccountJoinedTeam(provider, sql`${userId}::uuid`).as("is_of_team"),
        })
        .from(organizationMembers)
        .where(
          and(
            eq(organizationMembers.organizationId, organizationId),
            eq(organizationMembers.userId, userId),
            eq(organizationMembers.status, "confirmed"),
            not(hasPlaceEnded),
          ),
        ),
    ),
  );
  const staff = tx.$with("staff").as(
    hold(
      tx
        .select({
          state: providers.state,
          accessEnded: hasAccessEnded.as("access_ended"),
          lacksTwoStep: lacksTwoStep(sql`${userId}::uuid`).as("lacks_two_step"),
        })
        .from(organizations)
        .innerJoin(providers, eq(providers.id, organizations.providerId))
        .innerJoin(
          providerMembers,
          and(
            eq(providerMembers.providerId, providers.id),
            eq(providerMembers.userId, userId),
            eq(providerMembers.status, "confirmed"),
          ),
        )
        .where(isHere),
    ),
  );
  const visit = tx.$with("visit").as(
    hold(
      tx
        .select({ startedAt: clientVisits.startedAt })
        .from(clientVisits)
        .where(
          and(
            eq(clientVisits.organizationId, organizationId),
            sessionId ? eq(clientVisits.sessionId, sessionId) : sql`false`,
            isOpenVisit(now),
          ),
        ),
    ),
  );
  return { here, member, staff, visit };
}
