import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { formerAccess } from "@/db/schema/former-access";
import { formerContents } from "@/db/schema/former-contents";
import { rotationDebtItems, rotationDebts } from "@/db/schema/rotation-debts";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";
import { type Owing, oneByOne, wasThere } from "@/lib/operations/owe-items";

/**
 * What had been taken before from members who are about to go: items that were there until then, and whose passwords
 * nobody is known to have changed since they were made. Tidying up before somebody is removed spares nobody a change of
 * passwords.
 */
export async function oweFormerAccess(tx: Tx, places: readonly Owing[]): Promise<void> {
  const kept = sql`${oneByOne(places)} and ${wasThere}
    and coalesce(item.password_changed_at, item.created_at) <= least(former.until, coalesce(debt.read_until, debt.removed_at))`;
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
