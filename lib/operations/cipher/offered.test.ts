import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import type { organizations } from "@/db/schema/organizations";
import type { Actor } from "@/lib/domain/actor";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { CipherId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { createCipher } from "@/lib/operations/cipher/create-cipher";
import { deleteCipher } from "@/lib/operations/cipher/delete-cipher";
import { getMyVault } from "@/lib/operations/cipher/get-my-vault";
import { listOrganizationItems } from "@/lib/operations/cipher/list-organization-items";
import { reportItemEvent } from "@/lib/operations/cipher/report-item-event";
import { updateCipher } from "@/lib/operations/cipher/update-cipher";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import {
  aCollection,
  aConfirmed,
  anItem,
  anOrganizationWith,
  anyId,
  keyOf,
  sealedLogin,
} from "@/test/organization";
import { outcomeOf } from "@/test/racing";

class Undo extends Error {}

/** Whether an act would be done. It is undone again. */
async function would(tx: Tx, act: (tx: Tx) => Promise<unknown>): Promise<boolean> {
  let isDone = false;
  const trial = tx.transaction(async (within) => {
    isDone = (await outcomeOf(act(within))) === "done";
    throw new Undo();
  });
  await trial.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return isDone;
}

/** What the operations themselves allow with an item. */
async function allowed(tx: Tx, actor: Actor, cipherId: CipherId) {
  const [row] = await tx.select().from(ciphers).where(eq(ciphers.id, cipherId));
  const edit = {
    ...sealedLogin(),
    cipherId,
    organizationKeyId: row?.organizationKeyId ?? null,
    lastKnownRevisionDate: row?.revisedAt ?? new Date(),
  };
  const report = { cipherId, what: "password_revealed" as const };
  return {
    edit: await would(tx, (within) => execute(within, updateCipher, actor, edit)),
    delete: await would(tx, (within) => execute(within, deleteCipher, actor, { cipherId })),
    reveal: await would(tx, (within) => execute(within, reportItemEvent, actor, report)),
  };
}

type Switches = Partial<
  Pick<typeof organizations.$inferInsert, "allowAdminAccessToAllCollectionItems" | "limitItemDeletion">
>;
type Case = [OrganizationRole, CollectionPermission[], Switches];

const closed = { allowAdminAccessToAllCollectionItems: false };
const cases: Case[] = [
  ["user", ["view"], {}],
  ["user", ["view_hidden"], {}],
  ["user", ["edit"], {}],
  ["user", ["edit_hidden"], {}],
  ["user", ["manage"], {}],
  ["user", ["view_hidden", "edit"], {}],
  ["user", ["edit"], { limitItemDeletion: true }],
  ["user", ["manage"], { limitItemDeletion: true }],
  ["owner", ["view_hidden"], {}],
  ["owner", ["view_hidden"], closed],
  ["admin", ["view", "manage"], closed],
  ["admin", ["edit"], { ...closed, limitItemDeletion: true }],
  ["custom", ["manage"], {}],
];

/** An item in a collection for each permission. */
async function world(tx: Tx, [role, permissions, switches]: Case) {
  const { organizationId } = await anOrganizationWith(tx, switches);
  const member = await aConfirmed(tx, organizationId, role, "Betty Warden");
  const collectionIds = [];
  for (const permission of permissions)
    collectionIds.push(await aCollection(tx, organizationId, { [member.memberId]: permission }));
  return { organizationId, member, collectionIds, cipherId: await anItem(tx, organizationId, collectionIds) };
}

test.for(cases)("a vault offers to %s with %j, where %j, what would be done", async (given, { tx }) => {
  const { organizationId, member, cipherId } = await world(tx, given);
  const vault = await ask(tx, getMyVault, member.actor, {});
  expect(vault.items).toMatchObject([{ id: cipherId, may: await allowed(tx, member.actor, cipherId) }]);
  for (const { id, mayEdit } of vault.collections) {
    const item = {
      cipherId: anyId(),
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionIds: [id],
      ...sealedLogin(),
    };
    expect(mayEdit).toBe(await would(tx, (within) => execute(within, createCipher, member.actor, item)));
  }
});

test.for(cases.filter(([role]) => role === "owner" || role === "admin"))(
  "a collection's page offers to %s with %j, where %j, what would be done",
  async (given, { tx }) => {
    const { organizationId, member, collectionIds, cipherId } = await world(tx, given);
    const may = await allowed(tx, member.actor, cipherId);
    for (const collectionId of collectionIds) {
      const list = await ask(tx, listOrganizationItems, member.actor, { organizationId, collectionId });
      expect(list.items).toMatchObject([{ id: cipherId, may }]);
      const item = {
        cipherId: anyId(),
        organizationId,
        organizationKeyId: keyOf(organizationId),
        collectionIds: [collectionId],
        ...sealedLogin(),
      };
      expect(list.mayAdd).toBe(
        await would(tx, (within) => execute(within, createCipher, member.actor, item)),
      );
    }
  },
);

test("a vault offers everything with one's own item", async ({ tx }) => {
  const { organizationId } = await anOrganizationWith(tx);
  const { actor } = await aConfirmed(tx, organizationId, "user", "Betty Warden");
  const own = {
    cipherId: anyId(),
    organizationId: null,
    organizationKeyId: null,
    collectionIds: [],
    ...sealedLogin(),
  };
  await execute(tx, createCipher, actor, own);
  const { items } = await ask(tx, getMyVault, actor, {});
  expect(items).toMatchObject([{ may: { edit: true, delete: true, reveal: true } }]);
});
