import "server-only";
import { inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { rotationDebtItems, rotationDebts } from "@/db/schema/rotation-debts";
import type { RoleReach } from "@/lib/domain/collection/access";
import type { OrganizationMemberId, RotationDebtId } from "@/lib/domain/ids";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";
import { collectionsOfMembers } from "@/lib/operations/collection/internal/who-has";

/** The debt of a member who is about to go, and what their role reaches. */
export type Owing = { id: RotationDebtId; memberId: OrganizationMemberId; reach: RoleReach };

/** As `debt` in a statement. */
export const ofDebts = (places: readonly Owing[]): SQL =>
  inArray(
    sql`debt.id`,
    places.map(({ id }) => id),
  );

/** Those of them whose items are written down one by one. */
export const oneByOne = (places: readonly Owing[]): SQL => sql`${ofDebts(places)} and not debt.is_whole`;

/** Of an `item` and a `debt`: made before they could read nothing more. */
export const wasThere = sql`item.created_at <= coalesce(debt.read_until, debt.removed_at)`;

const among = (places: readonly Owing[], ...reaches: RoleReach[]) =>
  places.filter(({ reach }) => reaches.includes(reach));

/** What members have as they go: all by their role, what they were given, and what is in no collection. */
export async function oweItems(tx: Tx, places: readonly Owing[]): Promise<void> {
  const all = among(places, "all");
  if (all.length > 0)
    await tx.execute(sql`insert into ${rotationDebtItems} (debt_id, cipher_id)
      select debt.id, item.id from ${rotationDebts} as debt
        join ${ciphers} as item on item.organization_id = debt.organization_id
      where ${oneByOne(all)} and ${wasThere}
        and (not ${isPersonal("item")} or exists (select from ${collectionCiphers} as entry
          join ${collections} as own on own.id = entry.collection_id and own.owner_member_id = debt.member_id
          where entry.cipher_id = item.id))`);
  const given = among(places, "given", "unassigned");
  if (given.length > 0)
    await tx.execute(sql`insert into ${rotationDebtItems} (debt_id, cipher_id)
      select distinct debt.id, entry.cipher_id from ${rotationDebts} as debt
        join ${collectionsOfMembers(given.map(({ memberId }) => memberId))} as has on has.member_id = debt.member_id
        join ${collectionCiphers} as entry on entry.collection_id = has.collection_id
        join ${ciphers} as item on item.id = entry.cipher_id
      where ${oneByOne(given)} and ${wasThere}`);
  const unassigned = among(places, "unassigned");
  if (unassigned.length > 0)
    await tx.execute(sql`insert into ${rotationDebtItems} (debt_id, cipher_id)
      select debt.id, item.id from ${rotationDebts} as debt
        join ${ciphers} as item on item.organization_id = debt.organization_id and item.collections = 0
      where ${oneByOne(unassigned)} and ${wasThere}`);
}
