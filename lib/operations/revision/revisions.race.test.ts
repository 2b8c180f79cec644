import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { ciphers } from "@/db/schema/ciphers";
import type { ItemId } from "@/lib/domain/ids";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { execute } from "@/lib/operations/command";
import { createItem } from "@/lib/operations/item/create-item";
import { updateItem } from "@/lib/operations/item/update-item";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { ask } from "@/lib/operations/query";
import { getMyRevision } from "@/lib/operations/revision/get-my-revision";
import { openTestPostgres } from "@/test/database";
import { anEdit, newItem } from "@/test/items";
import {
  aCollection,
  aConfirmed,
  anItem,
  anOrganizationWith,
  anyId,
  keyOf,
  sealedLogin,
} from "@/test/organization";
import { race, roundsOf, violationsIn } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const anOrganization = () =>
  db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx);
    const owner = await aConfirmed(tx, organizationId, "owner", `owner ${anyId()}`);
    const user = await aConfirmed(tx, organizationId, "user", `user ${anyId()}`);
    const [kept, doomed] = [await aCollection(tx, organizationId), await aCollection(tx, organizationId)];
    const items: ItemId[] = [];
    for (let i = 0; i < 8; i++) items.push(await anItem(tx, organizationId, [kept, doomed]));
    return { organizationId, owner, user, kept, doomed, items };
  });

/**
 * Everything that moves a revision at once: edits, new items, the end of a collection that holds them, and the
 * removal of the person who looks. What they must sync is read all the while.
 */
async function changesAtOnce(): Promise<string | null> {
  const { organizationId, owner, user, kept, doomed, items } = await anOrganization();
  const edit = (itemId: ItemId) => async () => execute(db, updateItem, owner.actor, await anEdit(db, itemId));
  const add = () => execute(db, createItem, owner.actor, newItem(organizationId, [kept, doomed]));

  let running = true;
  const seen: number[] = [];
  const look = async () => {
    while (running) seen.push(Number((await ask(db, getMyRevision, user.actor, {})).revisedAt));
  };
  const looking = look();
  const outcomes = await race([
    ...items.map(edit),
    ...Array.from({ length: 4 }, () => add),
    () => execute(db, deleteCollections, owner.actor, { organizationId, collectionIds: [doomed] }),
    () => execute(db, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [user.memberId] }),
  ]);
  running = false;
  await looking;
  const wentBack = seen.some((revision, i) => revision < (seen[i - 1] ?? 0));
  const dates = await db
    .select({ at: ciphers.revisedAt })
    .from(ciphers)
    .where(eq(ciphers.organizationId, organizationId));
  const broken = outcomes.filter((outcome) => outcome.startsWith("broken"));
  if (broken.length > 0) return broken.join("; ");
  if (wentBack) return `a revision went back: ${seen.join(", ")}`;
  return dates.length >= items.length ? null : "items are missing";
}

test("what an account must sync never goes back, whatever happens at once", async () => {
  expect(await violationsIn(roundsOf(40), changesAtOnce)).toEqual([]);
});

test("a hundred items made at once have a hundred dates", async () => {
  const { organizationId, owner, kept } = await anOrganization();
  const committed: number[] = [];
  const add = async () => {
    const { revisedAt } = await execute(db, createItem, owner.actor, {
      ...sealedLogin(),
      itemId: anyId(),
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionIds: [kept],
    });
    committed.push(Number(revisedAt));
  };
  await Promise.all(Array.from({ length: 100 }, add));
  expect(new Set(committed).size).toBe(100);
});
