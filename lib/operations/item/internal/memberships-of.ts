import "server-only";
import { and, eq, inArray, not, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import type { EncString } from "@/lib/crypto/types";
import type { UserId } from "@/lib/domain/ids";
import { hasPlaceEnded } from "@/lib/operations/access-end";
import { isOfJoinedTeam } from "@/lib/operations/is-in-team";
import { judgedColumns, placeIsProviders } from "@/lib/operations/judged-columns";
import { successions } from "@/lib/operations/key/internal/comparable-key";
import { knownKeyOf } from "@/lib/operations/key/internal/known-keys";

/**
 * The enabled organizations that somebody has accepted to join or is confirmed in, by name: `judged` is their standing
 * in each, `shown` what the person's browser needs to open what is theirs, `told` what their apps show besides.
 */
export async function membershipsOf(tx: Tx, userId: UserId) {
  const rows = await tx
    .select({
      ...judgedColumns,
      memberId: organizationMembers.id,
      role: organizationMembers.role,
      permissions: organizationMembers.permissions,
      placeIsProviders,
      letInByProvider: organizationMembers.letInByProvider,
      isOfTeam: isOfJoinedTeam,
      shown: {
        organizationId: organizations.id,
        name: organizations.name,
        status: organizationMembers.status,
        organizationKeyForMember: organizationMembers.organizationKeyForMember,
        organizationKeyId: organizations.keyId,
        publicKey: organizations.publicKey,
        privateKeyForOrganization: sql<EncString | null>`case when ${organizationMembers.status} = 'confirmed'
          then ${organizations.privateKeyForOrganization} end`,
        knownOrganizationKey: knownKeyOf(userId, "organization", organizations.id),
        successions,
      },
      plan: organizations.plan,
      identifier: organizations.identifier,
      keyRotatedAt: organizations.keyRotatedAt,
      isEnrolled: sql<boolean>`${organizationMembers.userKeyForOrganization} is not null`,
      provider: { id: providers.id, name: providers.name, type: providers.type },
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .leftJoin(providers, eq(providers.id, organizations.providerId))
    .where(
      and(
        eq(organizationMembers.userId, userId),
        inArray(organizationMembers.status, ["accepted", "confirmed"]),
        eq(organizations.state, "enabled"),
        not(hasPlaceEnded),
      ),
    )
    .orderBy(organizations.sortName, organizations.id);
  const judged = rows.map(
    ({
      shown,
      memberId,
      role,
      permissions,
      placeIsProviders,
      letInByProvider,
      isOfTeam,
      state,
      switches,
      features,
    }) => ({
      organizationId: shown.organizationId,
      standing: {
        ...{ state, switches, features },
        capacity: {
          as: "member" as const,
          memberId,
          role,
          permissions: permissions ?? [],
          placeIsProviders,
          letInByProvider,
          isOfTeam,
        },
      },
    }),
  );
  const told = rows.map(({ plan, identifier, keyRotatedAt, isEnrolled, provider }) => ({
    ...{ plan, identifier, keyRotatedAt, isEnrolled, provider },
  }));
  return { judged, shown: rows.map(({ shown }) => shown), told };
}
