import { inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { execute } from "@/lib/operations/command";
import { assignItems } from "@/lib/operations/item/assign-items";
import { openInMemory } from "@/test/database";
import { aConfirmed, anOrganizationWith, keyOf, sealedLogin } from "@/test/organization";
import { sealedText } from "@/test/people";

test("a statement has a parameter for each item or collection at most, and none for each pair of them", async () => {
  const counts: number[] = [];
  const logger = { logQuery: (_: string, params: unknown[]) => void counts.push(params.length) };
  const db = await openInMemory({ logger });
  const { owner, itemIds, collectionIds } = await db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx);
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    const own = { organizationId, organizationKeyId: keyOf(organizationId) };
    const times = Array.from({ length: 40 });
    const items = await tx
      .insert(ciphers)
      .values(times.map(() => ({ ...own, ...sealedLogin() })))
      .returning({ id: ciphers.id });
    const many = await tx
      .insert(collections)
      .values(times.map(() => ({ ...own, name: sealedText() })))
      .returning({ id: collections.id });
    return {
      owner,
      itemIds: items.map(({ id }) => id),
      collectionIds: many.map(({ id }) => id),
    };
  });
  const entries = () => db.$count(collectionCiphers, inArray(collectionCiphers.itemId, itemIds));
  counts.length = 0;
  await execute(db, assignItems, owner.actor, { itemIds, given: collectionIds, taken: [] });
  expect(await entries()).toBe(1600);
  await execute(db, assignItems, owner.actor, { itemIds, given: [], taken: collectionIds });
  expect(await entries()).toBe(0);
  expect(Math.max(...counts)).toBeLessThan(itemIds.length * 12);
});
