import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { organizationMembers } from "@/db/schema/organization-members";
import { fromParts, itemsOf } from "@/lib/domain/item/compact";
import { execute } from "@/lib/operations/command";
import { createItem } from "@/lib/operations/item/create-item";
import { getMyVault } from "@/lib/operations/item/get-my-vault";
import { markItems } from "@/lib/operations/item/mark-items";
import { syncMyVault } from "@/lib/operations/item/sync-my-vault";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { aCollection, aConfirmed, anItem, anOrganizationWith, anyId, sealedLogin } from "@/test/organization";
import { wholeRow } from "@/test/vault";

test("the compact form holds the whole vault, and nothing comes twice until something is another", async ({
  tx,
}) => {
  const { organizationId } = await anOrganizationWith(tx);
  const { actor, memberId } = await aConfirmed(tx, organizationId, "user", "Reader");
  const collectionId = await aCollection(tx, organizationId, { [memberId]: "view_hidden" });
  const itemId = await anItem(tx, organizationId, [collectionId]);
  const own = {
    itemId: anyId(),
    organizationId: null,
    organizationKeyId: null,
    collectionIds: [],
    ...sealedLogin(),
  };
  await execute(tx, createItem, actor, own);

  const first = await ask(tx, syncMyVault, actor, { known: null });
  const { items, entries, ...around } = await ask(tx, getMyVault, actor, {});
  const inOrder = items.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  if (!first.contents) throw new Error("nothing was known before");
  const { compact, ...others } = first.contents;
  expect(others).toEqual(around);
  const back = itemsOf(await fromParts(compact));
  expect({ ...back, items: back.items.map(wholeRow) }).toEqual({ items: inOrder, entries });

  const { revision } = first;
  expect(await ask(tx, syncMyVault, actor, { known: revision })).toEqual({ revision, contents: null });
  const marking = { itemIds: [itemId], isFavorite: true };
  await execute(tx, markItems, actor, marking);
  const marked = await ask(tx, syncMyVault, actor, { known: revision });
  expect([marked.contents === null, marked.revision === revision]).toEqual([false, false]);

  await tx.update(organizationMembers).set({ status: "revoked" }).where(eq(organizationMembers.id, memberId));
  const left = await ask(tx, syncMyVault, actor, { known: marked.revision });
  const leftThere = left.contents && itemsOf(await fromParts(left.contents.compact));
  expect(leftThere?.items.map(({ id }) => id)).toEqual([own.itemId]);
});
