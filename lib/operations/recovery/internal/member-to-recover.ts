import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import type { OrganizationId, OrganizationMemberId, UserId } from "@/lib/domain/ids";
import { recoversForProvider } from "@/lib/domain/recovery/asked";
import { mayRecoverRank } from "@/lib/domain/recovery/rank";
import { kdfColumns, readKdf } from "@/lib/operations/account/internal/kdf-columns";
import { assertAllowed } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { markOf } from "@/lib/operations/mark-of";
import type { OrganizationPlace } from "@/lib/operations/organization/access";
import { askedColumns, askedOf } from "@/lib/operations/recovery/internal/asked-of";
import { ranksOf } from "@/lib/operations/recovery/internal/ranks-of";
import { recoveryPolicy } from "@/lib/operations/recovery/internal/recovery-policy";

type Which = { organizationId: OrganizationId; memberId: OrganizationMemberId };

/**
 * A confirmed member who is enrolled and whom this actor may recover, as far as ranks go, with what was asked about them.
 *
 * @throws {NotFound} where nobody is, or nobody who is confirmed: a revoked member is out of reach.
 * @throws {Refused} `recovery_not_offered`, `not_enrolled` or `rank_is_higher`.
 */
export async function memberToRecover(
  tx: Tx,
  place: OrganizationPlace,
  actor: UserId,
  { organizationId, memberId }: Which,
  now: Date,
) {
  await recoveryPolicy(tx, organizationId);
  const [found] = await tx
    .select({
      userId: users.id,
      email: users.email,
      name: users.name,
      locale: users.locale,
      role: organizationMembers.role,
      publicKey: users.publicKey,
      privateKeyForAccount: users.privateKeyForAccount,
      userKeyForAccount: users.userKeyForAccount,
      ...kdfColumns,
      userKeyForOrganization: organizationMembers.userKeyForOrganization,
      organizationName: organizations.name,
      providerName: providers.name,
      asked: askedColumns,
    })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .leftJoin(providers, eq(providers.id, organizations.providerId))
    .leftJoin(
      accountRecoveries,
      and(
        eq(accountRecoveries.organizationId, organizationMembers.organizationId),
        eq(accountRecoveries.memberId, organizationMembers.id),
      ),
    )
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.id, memberId),
        eq(organizationMembers.status, "confirmed"),
      ),
    );
  if (!found) throw new NotFound();
  if (!found.userKeyForOrganization) throw new Refused("not_enrolled");
  const who = { organizationId, actor, target: found.userId, targetRole: found.role };
  assertAllowed(mayRecoverRank(await ranksOf(tx, place, who)));
  const { asked, userKeyForOrganization, ...member } = found;
  const keys = {
    email: found.email,
    kdf: readKdf(found),
    publicKey: found.publicKey,
    privateKeyForAccount: found.privateKeyForAccount,
    userKeyForOrganization,
  };
  return {
    ...member,
    /** What a browser makes the next master key from, and seals under it. */
    keys: { ...keys, mark: markOf(keys) },
    waitHours: asked.waitHours,
    forProvider: recoversForProvider(place),
    isYou: found.userId === actor,
    asked: askedOf(asked, actor, now),
  };
}
