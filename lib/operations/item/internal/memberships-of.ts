import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { EncString } from "@/lib/crypto/types";
import type { UserId } from "@/lib/domain/ids";
import { knownKeyOf } from "@/lib/operations/key/internal/known-keys";

/**
 * The enabled organizations that somebody has accepted to join or is confirmed in, by name: `judged` is what rules
 * ask about them, `shown` what the person's browser needs to open what is theirs.
 */
export async function membershipsOf(tx: Tx, userId: UserId) {
  const rows = await tx
    .select({
      judged: {
        organizationId: organizations.id,
        memberId: organizationMembers.id,
        role: organizationMembers.role,
        features: organizations.features,
        adminsReachAll: organizations.allowAdminAccessToAllCollectionItems,
        deletionNeedsManage: organizations.limitItemDeletion,
      },
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
      },
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .where(
      and(
        eq(organizationMembers.userId, userId),
        inArray(organizationMembers.status, ["accepted", "confirmed"]),
        eq(organizations.state, "enabled"),
      ),
    )
    .orderBy(organizations.sortName, organizations.id);
  return { judged: rows.map(({ judged }) => judged), shown: rows.map(({ shown }) => shown) };
}
