import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Tx } from "@/db/client";
import type { OrganizationId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { reportItemEvent } from "@/lib/operations/item/report-item-event";
import { syncMyVault } from "@/lib/operations/item/sync-my-vault";
import { ask } from "@/lib/operations/query";
import { openMeasured } from "@/test/buffers";
import { aCollection, aConfirmed, anItem, anOrganizationWith, keyOf } from "@/test/organization";

/** Collections of others in the same organization, ten for each of them, with an item in every one. */
async function addOthers(tx: Tx, organizationId: OrganizationId, count: number) {
  await tx.execute(sql`
    with other as (
      insert into organization_members (organization_id, email, role, status)
      select ${organizationId}, number || '@client.example', 'user', 'invited'
      from generate_series(1, ${count}::int / 10) as number
      returning id, split_part(email, '@', 1)::int as number),
    made as (
      select gen_random_uuid() as id, other.id as member_id from other, generate_series(1, 10)),
    collection as (
      insert into collections (id, organization_id, organization_key_id, name)
      select id, ${organizationId}, ${keyOf(organizationId)}, '2.a|b|c' from made),
    item as (
      insert into ciphers (id, organization_id, organization_key_id, type, key, name, data)
      select id, ${organizationId}, ${keyOf(organizationId)}, 'login', '2.a|b|c', '2.a|b|c', '{}' from made),
    entry as (
      insert into collection_ciphers (organization_id, collection_id, cipher_id)
      select ${organizationId}, id, id from made)
    insert into collection_members (organization_id, collection_id, member_id, permission)
    select ${organizationId}, id, member_id, 'edit' from made`);
}

/** What one member's own reads touch when others have so much. */
async function measure(others: number) {
  const { db, settle, buffersOf, close } = await openMeasured();
  const story = await db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx);
    const member = await aConfirmed(tx, organizationId, "user", "Billy Warden");
    for (let i = 0; i < 10; i++)
      await anItem(tx, organizationId, [
        await aCollection(tx, organizationId, { [member.memberId]: "edit" }),
      ]);
    const itemId = await anItem(tx, organizationId, [
      await aCollection(tx, organizationId, { [member.memberId]: "view" }),
    ]);
    await addOthers(tx, organizationId, others);
    return { member, itemId };
  });
  await settle();
  const { member, itemId } = story;
  const figures = {
    vault: await buffersOf(() => ask(db, syncMyVault, member.actor, { known: null })),
    item: await buffersOf(() => execute(db, reportItemEvent, member.actor, { itemId, what: "viewed" })),
  };
  await close();
  return figures;
}

test("what a member has is read without touching what others have", { timeout: 300_000 }, async () => {
  const few = await measure(1_000);
  const many = await measure(5_000);
  // Each look-up may go one level deeper in a larger index; a scan would touch hundreds of blocks more.
  const ratios = Object.entries(many).map(([read, buffers]) => [
    read,
    buffers / few[read as keyof typeof few],
  ]);
  expect(ratios.filter(([, ratio]) => Number(ratio) > 1.6)).toEqual([]);
});
