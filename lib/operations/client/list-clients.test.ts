import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { providers } from "@/db/schema/providers";
import { ClientTagId } from "@/lib/domain/ids";
import { listClients } from "@/lib/operations/client/list-clients";
import { makeTag } from "@/lib/operations/client/make-tag";
import { setClientTags } from "@/lib/operations/client/set-client-tags";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const wardens = { brett: "provider_admin, confirmed", betty: "service_user, confirmed" } as const;

test("clients come with their seats, in the order of their names without accents", async ({ tx }) => {
  const { providerId, betty } = await aProviderWith(tx, wardens);
  await aClientOf(tx, providerId, { name: "Fjord Logistics", seats: 35, used: 35 });
  await aClientOf(tx, providerId, {
    name: "École Montclair",
    seats: 45,
    used: 41,
    plan: "enterprise_monthly",
  });
  await aClientOf(tx, providerId, { name: "Dune Coffee", seats: 8, used: 6 });

  const list = await ask(tx, listClients, betty.actor, { providerId });
  expect(list.clients).toMatchObject([
    { name: "Dune Coffee", assigned: 8, used: 6, remaining: 2, plan: "teams_monthly" },
    { name: "École Montclair", assigned: 45, used: 41, remaining: 4, plan: "enterprise_monthly" },
    { name: "Fjord Logistics", assigned: 35, used: 35, remaining: 0 },
  ]);
  expect(list.seats).toEqual([
    { plan: "teams_monthly", minimum: 75, assigned: 43, discount: null },
    { plan: "enterprise_monthly", minimum: 150, assigned: 45, discount: null },
  ]);
  expect(list.hasClients).toBe(true);
});

test("the discount is told to whoever sees what the provider pays", async ({ tx }) => {
  const { providerId, brett, betty } = await aProviderWith(tx, wardens);
  await tx.update(providers).set({ discountPercent: 5 }).where(eq(providers.id, providerId));
  for (const [{ actor }, discount] of [
    [brett, 5],
    [betty, null],
  ] as const) {
    const { seats } = await ask(tx, listClients, actor, { providerId });
    expect(seats).toEqual([expect.objectContaining({ discount }), expect.objectContaining({ discount })]);
  }
});

test("without clients, the seats are told all the same", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, wardens);
  const list = await ask(tx, listClients, brett.actor, { providerId });
  expect(list.clients).toEqual([]);
  expect(list.hasClients).toBe(false);
  expect(list.seats).toHaveLength(2);
});

test.for(["name", "assigned", "used", "remaining", "plan"] as const)(
  "by %s, pages of fifty go on where they ended, both ways",
  async (sort, { tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens, { teams: 5000 });
    for (let index = 0; index < 103; index += 1)
      await aClientOf(tx, providerId, {
        name: `Client ${index % 40}`,
        seats: 10 + (index % 7),
        used: index % 5,
        plan: index % 2 ? "teams_monthly" : "enterprise_monthly",
      });
    for (const direction of ["ascending", "descending"] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await ask(tx, listClients, brett.actor, {
          providerId,
          sort,
          direction,
          ...(cursor && { cursor }),
        });
        seen.push(...page.clients.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(103);
      expect(new Set(seen).size).toBe(103);
    }
  },
);

test("clients of one plan are in the order of their names, of all and of a tag", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, wardens);
  const tagId = ClientTagId.parse(randomUUID());
  await execute(tx, makeTag, brett.actor, { providerId, tagId, name: sealedText(2), color: "teal" });
  for (const name of ["Dune", "Alder", "École", "Fjord"]) {
    const organizationId = await aClientOf(tx, providerId, {
      name,
      plan: name === "Alder" ? "teams_monthly" : "enterprise_monthly",
    });
    await execute(tx, setClientTags, brett.actor, { providerId, organizationId, tagIds: [tagId] });
  }
  for (const tag of [undefined, tagId]) {
    const { clients } = await ask(tx, listClients, brett.actor, {
      providerId,
      sort: "plan",
      ...(tag && { tag }),
    });
    expect(clients.map(({ name }) => name)).toEqual(["Dune", "École", "Fjord", "Alder"]);
  }
});

test("a search finds parts of names, whatever their accents, and takes no wildcards", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, wardens);
  await aClientOf(tx, providerId, { name: "École Montclair" });
  await aClientOf(tx, providerId, { name: "Dune Coffee" });
  const found = async (search: string) =>
    (await ask(tx, listClients, brett.actor, { providerId, search })).clients.map(({ name }) => name);
  expect(await found("ecole")).toEqual(["École Montclair"]);
  expect(await found("ÉCOLE")).toEqual(["École Montclair"]);
  expect(await found("%")).toEqual([]);
  expect(await found("'; drop table users; --")).toEqual([]);
});

test("a search finds letters as they are typed where there are none of them", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, wardens);
  const names = ["Łódź Kawa", "København", "Straße 9", "e\u2011mail service", "ガス"];
  for (const name of names) await aClientOf(tx, providerId, { name });
  const found = async (search: string) =>
    (await ask(tx, listClients, brett.actor, { providerId, search })).clients.map(({ name }) => name);
  for (const [place, search] of ["lodz", "kobenhavn", "strasse", "e-mail", "ｶﾞｽ"].entries())
    expect(await found(search)).toEqual([names[place]]);
  expect(await found("カス")).toEqual([]);
});

test("a cursor that is none of ours starts at the beginning", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, wardens);
  await aClientOf(tx, providerId);
  for (const cursor of ["nonsense", Buffer.from('{"key":[],"id":1}').toString("base64url")])
    expect((await ask(tx, listClients, brett.actor, { providerId, cursor })).clients).toHaveLength(1);
});

test("another provider's clients are on no list, and its own is not found", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, wardens);
  const elsewhere = await aProviderWith(tx, wardens);
  await aClientOf(tx, elsewhere.providerId);
  expect((await ask(tx, listClients, brett.actor, { providerId })).clients).toEqual([]);
  await expect(ask(tx, listClients, brett.actor, { providerId: elsewhere.providerId })).rejects.toMatchObject(
    { name: "NotFound" },
  );
});
