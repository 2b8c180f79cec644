import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { formerAccess } from "@/db/schema/former-access";
import { formerContents } from "@/db/schema/former-contents";
import { rotationDebtItems, rotationDebts } from "@/db/schema/rotation-debts";
import type { RotationDebtId } from "@/lib/domain/ids";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";

/** As `debt` in a statement. */
export const ofDebts = (debts: readonly { id: RotationDebtId }[]) =>
  inArray(
    sql`debt.id`,
    debts.map(({ id }) => id),
  );

/** Of an `item` and a `debt`: made before they could read nothing more. */
export const wasThere = sql`item.created_at <= coalesce(debt.read_until, debt.removed_at)`;

/**
 * What had been taken before from members who are about to go: items that were there until then, and whose passwords nobody is known to have
 * changed since they were made. Tidying up before somebody is removed spares nobody a change of passwords.
 */
export async function oweFormerAccess(tx: Tx, places: readonly { id: RotationDebtId }[]): Promise<void> {
  const kept = sql`${ofDebts(places)} and ${wasThere}
    and coalesce(item.password_changed_at, item.created_at) <= former.until`;
  const contents = sql`(select collection_id, cipher_id from ${collectionCiphers}
    union all select collection_id, cipher_id from ${formerContents})`;
  await tx.execute(sql`insert into ${rotationDebtItems} (debt_id, cipher_id)
    select debt.id, item.id from ${rotationDebts} as debt
      join ${formerAccess} as former on former.member_id = debt.member_id
      join ${contents} as entry on entry.collection_id = former.collection_id
      join ${ciphers} as item on item.id = entry.cipher_id
    where ${kept}
    union
    select debt.id, item.id from ${rotationDebts} as debt
      join ${formerAccess} as former on former.member_id = debt.member_id and former.collection_id is null
      join ${ciphers} as item on item.organization_id = debt.organization_id
    where ${kept} and not ${isPersonal("item")}
    on conflict do nothing`);
}
