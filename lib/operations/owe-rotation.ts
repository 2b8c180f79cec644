import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { organizations } from "@/db/schema/organizations";
import { rotationDebtItems, rotationDebts } from "@/db/schema/rotation-debts";
import { roleReachesAll } from "@/lib/domain/collection/access";
import type { OrganizationId, OrganizationMemberId, UserId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import type { CustomPermission } from "@/lib/domain/organization/permissions";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";
import { collectionsOfMembers } from "@/lib/operations/collection/internal/who-has";
import { judgedColumns } from "@/lib/operations/judged-columns";
import { ofDebts, oweFormerAccess, wasThere } from "@/lib/operations/owe-former-access";

export type Leaving = {
  id: OrganizationMemberId;
  userId: UserId | null;
  role: OrganizationRole;
  permissions: readonly CustomPermission[];
  hadKey: boolean;
  /** Since when they read nothing: revoked then, and not confirmed again. */
  readUntil: Date | null;
};

type LeavingPlace = Leaving & { organizationId: OrganizationId };

/** Members who are about to go, of one organization. */
export const oweRotation = (
  tx: Tx,
  organizationId: OrganizationId,
  leaving: readonly Leaving[],
  removedAt: Date,
): Promise<void> =>
  oweRotationOfPlaces(
    tx,
    leaving.map((member) => ({ ...member, organizationId })),
    removedAt,
  );

/**
 * Writes down what members could read who are about to go, as ids: they may have kept it. Only who has had the key can
 * have, and nothing that was made after they were revoked. To be called while they still have what they have. As many
 * statements for places in a thousand organizations as in one.
 */
export async function oweRotationOfPlaces(
  tx: Tx,
  leaving: readonly LeavingPlace[],
  removedAt: Date,
): Promise<void> {
  const readers = leaving.filter((reader) => reader.hadKey);
  if (readers.length === 0) return;
  const debts = await tx
    .insert(rotationDebts)
    .values(
      readers.map(({ id: memberId, organizationId, userId, readUntil }) => ({
        organizationId,
        memberId,
        userId,
        removedAt,
        readUntil,
      })),
    )
    .returning({ id: rotationDebts.id, memberId: rotationDebts.memberId });
  const reachAll = await thoseWhoReachAll(tx, readers);
  const places = debts.flatMap(({ id, memberId }) => (memberId ? [{ id, memberId }] : []));
  const whole = places.filter(({ memberId }) => reachAll.has(memberId));
  const given = places.filter(({ memberId }) => !reachAll.has(memberId));
  if (whole.length > 0)
    await tx.execute(sql`insert into ${rotationDebtItems} (debt_id, cipher_id)
      select debt.id, item.id from ${rotationDebts} as debt
        join ${ciphers} as item on item.organization_id = debt.organization_id
      where ${ofDebts(whole)} and ${wasThere}
        and (not ${isPersonal("item")} or exists (select from ${collectionCiphers} as entry
          join ${collections} as own on own.id = entry.collection_id and own.owner_member_id = debt.member_id
          where entry.cipher_id = item.id))`);
  if (given.length > 0)
    await tx.execute(sql`insert into ${rotationDebtItems} (debt_id, cipher_id)
      select distinct debt.id, entry.cipher_id from ${rotationDebts} as debt
        join ${collectionsOfMembers(given.map(({ memberId }) => memberId))} as has on has.member_id = debt.member_id
        join ${collectionCiphers} as entry on entry.collection_id = has.collection_id
        join ${ciphers} as item on item.id = entry.cipher_id
      where ${ofDebts(given)} and ${wasThere}`);
  if (places.length > 0) await oweFormerAccess(tx, places);
}

/** Those of them who reach every item by their role. A suspension takes nothing back that was read before it. */
async function thoseWhoReachAll(
  tx: Tx,
  readers: readonly LeavingPlace[],
): Promise<ReadonlySet<OrganizationMemberId>> {
  const judged = await tx
    .select({ id: organizations.id, ...judgedColumns })
    .from(organizations)
    .where(inArray(organizations.id, [...new Set(readers.map(({ organizationId }) => organizationId))]));
  const here = new Map(judged.map((organization) => [organization.id, organization]));
  const reachAll = readers.filter((reader) => {
    const organization = here.get(reader.organizationId);
    return (
      organization &&
      roleReachesAll({ ...organization, state: "enabled" }, { memberId: reader.id, ...reader })
    );
  });
  return new Set(reachAll.map(({ id }) => id));
}
