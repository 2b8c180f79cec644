import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { rotationDebts } from "@/db/schema/rotation-debts";
import { reachOfRole } from "@/lib/domain/collection/access";
import type { OrganizationId, OrganizationMemberId, RotationDebtId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import type { CustomPermission } from "@/lib/domain/organization/permissions";
import { endOfPlaceAccess } from "@/lib/operations/access-end";
import { hadKey } from "@/lib/operations/had-key";
import { judgedColumns } from "@/lib/operations/judged-columns";
import { oweAsAWhole } from "@/lib/operations/owe-as-a-whole";
import { oweFormerAccess } from "@/lib/operations/owe-former-access";
import { type Owing, oweItems } from "@/lib/operations/owe-items";

export type Leaving = {
  id: OrganizationMemberId;
  role: OrganizationRole;
  permissions: readonly CustomPermission[];
};

/**
 * Writes down what members could read who are about to go, as ids: they may have kept it. Only who has had the key can
 * have, and nothing that was made after they were revoked, or after the access ended that a place of the provider's rests
 * on. The database dates a debt by its own clock, and once more as the act is committed. To be called while they still have what they have. As many
 * statements for places in a thousand organizations as in one.
 */
export async function oweRotation(tx: Tx, leaving: readonly Leaving[]): Promise<void> {
  const debts = await insertDebts(tx, leaving);
  if (debts.length === 0) return;
  const owing = await withReach(tx, debts, leaving);
  await oweAsAWhole(tx, owing);
  await oweItems(tx, owing);
  await oweFormerAccess(tx, owing);
}

type Debt = { id: RotationDebtId; memberId: OrganizationMemberId; organizationId: OrganizationId };

async function insertDebts(tx: Tx, leaving: readonly Leaving[]): Promise<Debt[]> {
  if (leaving.length === 0) return [];
  const which = inArray(
    organizationMembers.id,
    leaving.map(({ id }) => id),
  );
  const { rows } = await tx.execute<Debt>(sql`
    insert into ${rotationDebts} (organization_id, member_id, user_id, removed_at, read_until, organization_key_id)
    select organization_id, id, user_id, clock_timestamp(),
        least(read_until, ${endOfPlaceAccess(organizationMembers)}), organization_key_id
      from ${organizationMembers} where ${which} and ${hadKey}
    returning id, member_id as "memberId", organization_id as "organizationId"`);
  return rows;
}

/** With what each reaches by their role. A suspension takes nothing back that was read before it. */
async function withReach(tx: Tx, debts: readonly Debt[], leaving: readonly Leaving[]): Promise<Owing[]> {
  const judged = await tx
    .select({ id: organizations.id, ...judgedColumns })
    .from(organizations)
    .where(inArray(organizations.id, [...new Set(debts.map(({ organizationId }) => organizationId))]));
  const here = new Map(judged.map((organization) => [organization.id, organization]));
  const places = new Map(leaving.map((place) => [place.id, place]));
  return debts.flatMap(({ id, memberId, organizationId }) => {
    const [organization, place] = [here.get(organizationId), places.get(memberId)];
    if (!organization || !place) return [];
    return [
      { id, memberId, reach: reachOfRole({ ...organization, state: "enabled" }, { memberId, ...place }) },
    ];
  });
}
