import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { formerAccess } from "@/db/schema/former-access";
import { formerContents } from "@/db/schema/former-contents";
import { rotationDebts } from "@/db/schema/rotation-debts";
import { collectionsOfMembers } from "@/lib/operations/collection/internal/who-has";
import { type Owing, ofDebts } from "@/lib/operations/owe-items";

/**
 * Says of which debts the items are not written down one by one, because it is not known which they are, or because
 * writing them down would take longer than a statement may. Those with the fewest are written down first, so many as one
 * act may write. Items are counted at most: once for each way to them.
 */
export async function oweAsAWhole(tx: Tx, places: readonly Owing[]): Promise<void> {
  const members = places.map(({ memberId }) => memberId);
  const reaching = sql.join(
    places.map(({ id, reach }) => sql`(${id}::uuid, ${reach}::text)`),
    sql`, `,
  );
  await tx.execute(sql`with leaving as (
      select debt.id, debt.member_id, debt.organization_id, reaching.reach from ${rotationDebts} as debt
        join (values ${reaching}) as reaching (id, reach) on reaching.id = debt.id where ${ofDebts(places)}),
    former as (select former.* from ${formerAccess} as former where former.member_id in (select member_id from leaving)),
    ways as materialized (select has.member_id, has.collection_id from ${collectionsOfMembers(members)} as has
      union all select member_id, collection_id from former where collection_id is not null),
    held as (select entry.collection_id, count(*) as items from (select collection_id from ${collectionCiphers}
        union all select collection_id from ${formerContents}) as entry
      where entry.collection_id in (select collection_id from ways) group by entry.collection_id),
    given as (select ways.member_id, sum(held.items) as items from ways join held using (collection_id) group by ways.member_id),
    owned as (select item.organization_id, count(*) as items, count(*) filter (where item.collections = 0) as unassigned
      from ${ciphers} as item where item.organization_id in (select organization_id from leaving
        where reach <> 'given' or member_id in (select member_id from former where collection_id is null))
      group by item.organization_id),
    owing as (select leaving.id, exists (select from former where former.member_id = leaving.member_id and is_at_most) as had_more,
        coalesce(given.items, 0)
          + coalesce(case leaving.reach when 'all' then owned.items when 'unassigned' then owned.unassigned end, 0)
          + coalesce(case when exists (select from former where former.member_id = leaving.member_id and collection_id is null)
            then owned.items end, 0) as items
      from leaving left join given on given.member_id = leaving.member_id
        left join owned on owned.organization_id = leaving.organization_id)
    update ${rotationDebts} as debt set is_whole = true
    from (select id, had_more, sum(items) over (order by had_more, items, id) as so_far from owing) as counted
    where debt.id = counted.id and (counted.had_more or counted.so_far > most_kept_one_by_one())`);
}
