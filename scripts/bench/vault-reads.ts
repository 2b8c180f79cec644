import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { syncMyVault } from "@/lib/operations/item/sync-my-vault";
import { ask } from "@/lib/operations/query";
import { openMeasured } from "@/test/buffers";
import { aCollection, aConfirmed, anItem, anOrganizationWith } from "@/test/organization";
import { startPostgres } from "../lib/postgres.mjs";

/** What the member has: collections, the items in each, and items of their own. */
const [collections, inEach, own] = [3, 10, 10];

/** A member with forty items, and a collection of another organization. */
async function make(db: Database) {
  return db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx, { seats: 10 });
    const { actor, userId, memberId } = await aConfirmed(tx, organizationId, "user", "Lee Park");
    for (let collection = 0; collection < collections; collection++) {
      const collectionId = await aCollection(tx, organizationId, { [memberId]: "edit" });
      for (let item = 0; item < inEach; item++) await anItem(tx, organizationId, [collectionId]);
    }
    const { key, name, data, type } = ciphers;
    await tx.execute(sql`
      insert into ciphers (user_id, ${sql.raw([type, key, name, data].map((column) => column.name).join(", "))})
      select ${userId}, type, key, name, data
      from (select * from ciphers limit 1) as one, generate_series(1, ${own})`);
    const foreign = await anOrganizationWith(tx, { seats: 10, name: "Another client" });
    const itsCollection = await aCollection(tx, foreign.organizationId);
    await anItem(tx, foreign.organizationId, [itsCollection]);
    return { actor, foreign: foreign.organizationId };
  });
}

/** How many items a collection of others has. */
const inForeign = 100;

/** Gives the other organization as many items more, in collections. What triggers count of them is not read here. */
async function fill(db: Database, organizationId: string, count: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`
      with one as (select * from ciphers where organization_id = ${organizationId} limit 1),
      place as (
        insert into collections (organization_id, organization_key_id, name)
        select one.organization_id, one.organization_key_id, one.name
        from one, generate_series(1, ${count / inForeign})
        returning id
      ),
      made as (
        insert into ciphers (organization_id, organization_key_id, type, key, name, data)
        select one.organization_id, one.organization_key_id, one.type, one.key, one.name, one.data
        from one, generate_series(1, ${count})
        returning id
      )
      insert into collection_ciphers (organization_id, collection_id, cipher_id)
      select ${organizationId}, place.id, made.id
      from (select id, row_number() over () - 1 as number from made) as made
      join (select id, row_number() over () - 1 as number from place) as place
        on place.number = made.number / ${inForeign}`);
  });
}

/** Blocks that a member's list touches beside as many items of others. On PostgreSQL, as a million rows take long. */
export async function measureVaultReads(counts: readonly number[]): Promise<number[]> {
  const postgres = await startPostgres();
  if ("missing" in postgres) throw new Error(postgres.missing);
  const { db, settle, buffersOf, close } = await openMeasured(postgres.url);
  try {
    const { actor, foreign } = await make(db);
    const buffers: number[] = [];
    let there = 0;
    for (const count of counts) {
      await fill(db, foreign, count - there);
      there = count;
      await settle();
      buffers.push(await buffersOf(() => ask(db, syncMyVault, actor, { known: null })));
    }
    return buffers;
  } finally {
    await close();
    await postgres.stop();
  }
}
