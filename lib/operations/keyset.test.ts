import { and, eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import type { ItemId, UserId } from "@/lib/domain/ids";
import { type Direction, directions } from "@/lib/domain/list-view";
import { memberSorts } from "@/lib/domain/organization/inputs";
import { clientSorts, staffSorts } from "@/lib/domain/provider/inputs";
import { listProviders } from "@/lib/operations/admin/list-providers";
import { listClients } from "@/lib/operations/client/list-clients";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { listOrganizationItems } from "@/lib/operations/item/list-organization-items";
import { pageOfNames } from "@/lib/operations/keyset";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { listProviderMembers } from "@/lib/operations/provider/list-members";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { aCollection, aConfirmed, anItem, anOrganizationWith } from "@/test/organization";
import { aPerson } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

type Page = { ids: string[]; next: string | null };
type List = {
  sorts: readonly string[];
  size: number;
  rows: number;
  page: (view: { sort: never; direction: Direction; cursor: string | null }) => Promise<Page>;
  /** A row that comes, and one that goes, while somebody turns the pages. */
  add: () => Promise<unknown>;
  remove: (id: string) => Promise<unknown>;
};

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

let newcomers = 1000;
const newcomer = () => {
  newcomers += 1;
  return newcomers;
};

async function staff(tx: Tx): Promise<List> {
  const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  /** Accounts like Brett's, of whom every third has the same name. */
  const add = (from: number, count = 1) =>
    tx
      .execute(sql`
        insert into users (email, name, sort_name, password_hash, kdf_type, kdf_iterations, kdf_memory,
          kdf_parallelism, user_key_for_account, public_key, private_key_for_account)
        select 'staff.' || number || '@provider.example', 'Somebody ' || number % 3, 'somebody ' || number % 3,
          password_hash, kdf_type, kdf_iterations, kdf_memory, kdf_parallelism, user_key_for_account, public_key,
          private_key_for_account
        from users, generate_series(${from}::int, ${from + count - 1}::int) as number
        where users.id = ${brett.userId} returning id`)
      .then(({ rows }) =>
        tx.insert(providerMembers).values(
          (rows as { id: UserId }[]).map(({ id: userId }, index) => ({
            providerId,
            userId,
            role: index % 2 ? ("service_user" as const) : ("provider_admin" as const),
            status: "accepted" as const,
          })),
        ),
      );
  await add(0, 120);
  return {
    sorts: staffSorts,
    size: 50,
    rows: 121,
    page: async (view) => {
      const { members, next } = await ask(tx, listProviderMembers, brett.actor, { providerId, ...view });
      return { ids: idsOf(members), next };
    },
    add: () => add(newcomer()),
    remove: (id) =>
      tx
        .delete(providerMembers)
        .where(and(eq(providerMembers.providerId, providerId), eq(providerMembers.id, id as never))),
  };
}

async function members(tx: Tx): Promise<List> {
  const { organizationId } = await anOrganizationWith(tx, { seats: 1000 });
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
  const add = (from: number, count = 1) =>
    tx.insert(organizationMembers).values(
      Array.from({ length: count }, (_, index) => ({
        organizationId,
        email: `member.${from + index}@client.example`,
        role: index % 2 ? ("user" as const) : ("admin" as const),
        status: "invited" as const,
      })),
    );
  await add(0, 120);
  return {
    sorts: memberSorts,
    size: 50,
    rows: 121,
    page: async (view) => {
      const list = await ask(tx, listOrganizationMembers, owner.actor, { organizationId, ...view });
      return { ids: idsOf(list.members), next: list.next };
    },
    add: () => add(newcomer()),
    remove: (id) => tx.delete(organizationMembers).where(eq(organizationMembers.id, id as never)),
  };
}

async function clients(tx: Tx): Promise<List> {
  const { providerId, brett } = await aProviderWith(
    tx,
    { brett: "provider_admin, confirmed" },
    { teams: 9000, enterprise: 9000 },
  );
  const add = (index: number) =>
    aClientOf(tx, providerId, {
      name: `Client ${index % 3}`,
      seats: 10 + (index % 4),
      used: index % 5,
      plan: index % 2 ? "teams_monthly" : "enterprise_monthly",
    });
  for (let index = 0; index < 120; index += 1) await add(index);
  return {
    sorts: clientSorts,
    size: 50,
    rows: 120,
    page: async (view) => {
      const list = await ask(tx, listClients, brett.actor, { providerId, ...view });
      return { ids: idsOf(list.clients), next: list.next };
    },
    add: () => add(7),
    remove: async () => undefined,
  };
}

async function pagesOf(list: List, view: { sort: string; direction: Direction }, between = async () => {}) {
  const pages: string[][] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await list.page({ ...view, cursor } as never);
    pages.push(page.ids);
    cursor = page.next;
    await between();
  } while (cursor);
  return pages;
}

test.for([
  ["staff", staff],
  ["members", members],
  ["clients", clients],
] as const)("turning the pages of %s shows everybody once, in each order", async ([, make], { tx }) => {
  const list = await make(tx);
  for (const sort of list.sorts) {
    const [ascending, descending] = await Promise.all(
      directions.map((direction) => pagesOf(list, { sort, direction })),
    );
    for (const pages of [ascending, descending]) {
      expect(pages?.slice(0, -1).every((page) => page.length === list.size)).toBe(true);
      expect(new Set(pages?.flat()).size).toBe(list.rows);
      expect(pages?.flat()).toHaveLength(list.rows);
    }
    expect(descending?.flat()).toEqual(ascending?.flat().reverse());
  }
});

test.for([
  ["staff", staff],
  ["members", members],
  ["clients", clients],
] as const)(
  "who is in %s from beginning to end is seen once, whoever comes and goes",
  async ([, make], { tx }) => {
    const list = await make(tx);
    for (const sort of list.sorts)
      for (const direction of directions) {
        const before = (await pagesOf(list, { sort, direction })).flat();
        // The last of the first page is where the second begins, whether it is there or not.
        const gone = [before[list.size - 1] ?? "", before[list.size + 3] ?? ""];
        const seen = (
          await pagesOf(list, { sort, direction }, async () => {
            await list.add();
            const id = gone.shift();
            if (id) await list.remove(id);
          })
        ).flat();
        const after = new Set((await pagesOf(list, { sort, direction })).flat());
        expect(new Set(seen).size).toBe(seen.length);
        expect(before.filter((id) => after.has(id) && !seen.includes(id))).toEqual([]);
      }
  },
);

test("providers, collections and items of one moment are each on one page", async ({ tx }) => {
  const administrator = await aPerson(tx, "Administrator", { instanceRole: "administrator" });
  for (let index = 0; index < 60; index += 1) await aProviderWith(tx, {});
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listProviders.read>> = await ask(
      tx,
      listProviders,
      administrator.actor,
      {
        cursor,
      },
    );
    seen.push(...idsOf(page.providers));
    cursor = page.next;
  } while (cursor);
  expect([seen.length, new Set(seen).size]).toEqual([60, 60]);

  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
  const collectionId = await aCollection(tx, organizationId, { [owner.memberId]: "manage" });
  await tx.execute(sql`insert into collections (organization_id, organization_key_id, name)
    select organization_id, organization_key_id, name from collections, generate_series(1, 500)`);
  const first = await ask(tx, listCollections, owner.actor, { organizationId });
  const second = await ask(tx, listCollections, owner.actor, { organizationId, cursor: first.next });
  expect([first.collections.length, second.collections.length, second.next]).toEqual([500, 1, null]);
  expect(new Set(idsOf([...first.collections, ...second.collections])).size).toBe(501);

  const itemId = await anItem(tx, organizationId, [collectionId]);
  await tx
    .execute(sql`
      insert into ciphers (organization_id, organization_key_id, type, key, name, data)
      select organization_id, organization_key_id, type, key, name, data
      from ciphers, generate_series(1, 1000) where ciphers.id = ${itemId} returning id`)
    .then(({ rows }) =>
      tx
        .insert(collectionCiphers)
        .values((rows as { id: ItemId }[]).map(({ id }) => ({ organizationId, collectionId, itemId: id }))),
    );
  const items = (after: string | null) =>
    ask(tx, listOrganizationItems, owner.actor, { organizationId, collectionId, cursor: after });
  const one = await items(null);
  const two = await items(one.next);
  expect([one.items.length, two.items.length, two.next]).toEqual([1000, 1, null]);
  expect(new Set(idsOf([...one.items, ...two.items])).size).toBe(1001);
});

test("files are turned page by page, newest first, also when new ones come", () => {
  const names = Array.from({ length: 120 }, (_, index) => `${1000 + index}`).reverse();
  const first = pageOfNames("mails", names, null);
  const second = pageOfNames("mails", ["9999", ...names], first.next);
  const third = pageOfNames("mails", names, second.next);
  expect([...first.names, ...second.names, ...third.names]).toEqual(names);
  expect(third.next).toBeNull();
});
