import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { rotationDebtItems, rotationDebts } from "@/db/schema/rotation-debts";
import type { OrganizationId, RotationDebtId } from "@/lib/domain/ids";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";
import { readUntil } from "@/lib/operations/rotation/internal/open-debt";

type Owed = { items: number; changed: number };

/**
 * How many items are left of what people of one organization could read, and how many have another password by now, for
 * all debts of a page at once. For the whole ones among them each item of the organization is looked at once, however
 * many they are: it is put between the moments until which they could read, and what lies before each is added up.
 */
export async function countOwed(
  tx: Tx,
  organizationId: OrganizationId,
  debtIds: readonly RotationDebtId[],
): Promise<(id: RotationDebtId) => Owed> {
  const none = { items: 0, changed: 0 };
  if (debtIds.length === 0) return () => none;
  // A moment has milliseconds: what is before the next one is not after this one.
  const { rows } = await tx.execute<Owed & { id: RotationDebtId }>(sql`
    with debt as (select id, is_whole, ${readUntil} as until,
        row_number() over (partition by is_whole order by ${readUntil}, id) as rank
      from ${rotationDebts} where ${inArray(rotationDebts.id, [...debtIds])}),
    ends as (select array_agg(until + interval '1 millisecond' order by rank) as moments from debt where is_whole),
    item as materialized (select width_bucket(item.created_at, ends.moments) as made,
        width_bucket(greatest(item.created_at, item.password_changed_at), ends.moments) as known
      from ends join ${ciphers} as item on item.organization_id = ${organizationId}
      where ends.moments is not null and item.deleted_at is null and not ${isPersonal("item")}),
    made as (select made as rank, count(*) as items from item group by made),
    known as (select known as rank, count(*) as items from item group by known),
    total as (
      select debt.id, (select coalesce(sum(items), 0) from made where made.rank < debt.rank) as items,
        (select coalesce(sum(items), 0) from known where known.rank < debt.rank) as unchanged
      from debt where debt.is_whole
      union all
      select debt.id, count(*), count(*) filter (where (item.password_changed_at > debt.until) is not true)
      from debt join ${rotationDebtItems} as owed on owed.debt_id = debt.id
        join ${ciphers} as item on item.id = owed.cipher_id and item.deleted_at is null
      where not debt.is_whole group by debt.id)
    select id, items::int, (items - unchanged)::int as changed from total`);
  const counted = new Map(rows.map(({ id, ...owed }) => [id, owed]));
  return (id) => counted.get(id) ?? none;
}
