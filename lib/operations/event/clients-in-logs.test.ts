import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { clientNameOf } from "@/components/events/client-name-of";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { sessions } from "@/db/schema/sessions";
import type { ListProviderEvents } from "@/lib/domain/event-log";
import type { AuditEvent } from "@/lib/domain/events";
import { type OrganizationId, OrganizationMemberId, type ProviderId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";
import { deleteClient } from "@/lib/operations/client/delete-client";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { listLoggedClients } from "@/lib/operations/event/list-logged-clients";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";
import { ask } from "@/lib/operations/query";
import { record } from "@/lib/operations/record";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { test } from "@/test/database";
import { anItem } from "@/test/organization";
import { aClientOf, aProviderWith, type TeamMember } from "@/test/provider";

const wardens = { brett: "provider_admin, confirmed", betty: "service_user, confirmed" } as const;
const day = (number: number) => new Date(Date.UTC(2026, 10, number, 9));

type View = Partial<Parameters<typeof ListProviderEvents.parse>[0] & object>;

/** Brett enters one client and shows an item there; Betty enters the other. */
async function twoVisits(tx: Tx) {
  const { providerId, brett, betty } = await aProviderWith(tx, wardens);
  const one = await aClientOf(tx, providerId, { name: "One" });
  const two = await aClientOf(tx, providerId, { name: "Two" });
  await execute(tx, enterClient, brett.actor, { organizationId: one });
  await execute(tx, enterClient, betty.actor, { organizationId: two });
  const itemId = await anItem(tx, one, []);
  await record(
    tx,
    brett.actor,
    [{ type: "cipher.viewed", organizationId: one, itemId }],
    { providerId },
    new Date(),
  );
  const log = async (view: View = {}, by: TeamMember = brett) =>
    (await ask(tx, listProviderEvents, by.actor, { providerId, ...view })).events;
  return { providerId, brett, betty, one, two, itemId, log };
}

const told = (events: { type: string; client: { name: string | null } | null }[]) =>
  events.map(({ type, client }) => `${type} ${client?.name ?? "–"}`).sort();

async function leave(tx: Tx, client: OrganizationId) {
  const which = eq(providerOrganizations.organizationId, client);
  await tx.delete(providerOrganizations).where(which);
  await tx
    .update(organizations)
    .set({ providerId: null, status: "created", name: "Renamed since", sortName: sortKey("Renamed since") })
    .where(eq(organizations.id, client));
}

describe("a provider's log with its clients", () => {
  test("holds the same visit on both sides, and what was done in it, each with its client", async ({
    tx,
  }) => {
    const { log } = await twoVisits(tx);
    expect(told(await log())).toEqual(["client.entered One", "client.entered Two"]);
    expect(told(await log({ over: "clients" }))).toEqual([
      "cipher.viewed One",
      "client.entered One",
      "client.entered Two",
      "organization.entered_by_provider One",
      "organization.entered_by_provider Two",
    ]);
    const entered = (await log({ over: "clients" })).filter(({ client }) => client?.name === "Two");
    expect(new Set(entered.map(({ at }) => at.getTime())).size).toBe(1);
    expect(new Set(entered.map(({ actorEmail }) => actorEmail)).size).toBe(1);
  });

  test("is filtered by client, on one side or on both", async ({ tx }) => {
    const { log, one, two } = await twoVisits(tx);
    expect(told(await log({ client: one }))).toEqual(["client.entered One"]);
    expect(told(await log({ client: two, over: "clients" }))).toEqual([
      "client.entered Two",
      "organization.entered_by_provider Two",
    ]);
  });

  test("is filtered by kind, person, member and time, and by several of them at once", async ({ tx }) => {
    const { log, one, two, brett, betty } = await twoVisits(tx);
    const over = "clients";
    expect(told(await log({ over, kind: "cipher" }))).toEqual(["cipher.viewed One"]);
    expect(told(await log({ over, actor: betty.userId }))).toEqual([
      "client.entered Two",
      "organization.entered_by_provider Two",
    ]);
    expect(told(await log({ over, client: one, kind: "organization" }))).toEqual([
      "organization.entered_by_provider One",
    ]);
    expect(await log({ over, client: two, actor: brett.userId })).toEqual([]);
    expect(await log({ over, to: day(1) })).toEqual([]);
    expect(told(await log({ over, client: one, kind: "cipher", from: day(1) }))).toEqual([
      "cipher.viewed One",
    ]);
  });

  test("shows of a member what they did in clients too, and of one client where one is named", async ({
    tx,
  }) => {
    const { log, providerId, one, two, brett, betty } = await twoVisits(tx);
    await record(
      tx,
      brett.actor,
      [
        {
          type: "provider_member.confirmed",
          providerId,
          providerMemberId: betty.memberId,
          userId: betty.userId,
          details: { email: betty.email, role: "service_user" },
        },
      ],
      {},
      new Date(),
    );
    const member = betty.memberId;
    expect(told(await log({ member }))).toEqual(["client.entered Two", "provider_member.confirmed –"]);
    expect(told(await log({ member, over: "clients" }))).toEqual([
      "client.entered Two",
      "organization.entered_by_provider Two",
      "provider_member.confirmed –",
    ]);
    expect(told(await log({ member, over: "clients", client: two }))).toEqual([
      "client.entered Two",
      "organization.entered_by_provider Two",
    ]);
    expect(await log({ member, over: "clients", client: one })).toEqual([]);
  });

  test("leaves out what a client's own people did", async ({ tx }) => {
    const { log, one, betty } = await twoVisits(tx);
    await record(
      tx,
      betty.actor,
      [{ type: "organization.updated", organizationId: one, details: { from: "a", to: "b" } }],
      {},
      new Date(),
    );
    expect(told(await log({ over: "clients" }))).not.toContain("organization.updated One");
  });

  test("goes on where a page ended, of one client too, and loses and doubles nothing", async ({ tx }) => {
    const { providerId, brett, one, itemId } = await twoVisits(tx);
    const viewed = { type: "cipher.viewed", organizationId: one, itemId } as const;
    await record(tx, brett.actor, Array(120).fill(viewed), { providerId }, day(6));
    for (const view of [{}, { client: one }]) {
      const seen: number[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof listProviderEvents.read>> = await ask(
          tx,
          listProviderEvents,
          brett.actor,
          { providerId, over: "clients", kind: "cipher", cursor, ...view },
        );
        seen.push(...page.events.map(({ sequence }) => sequence));
        cursor = page.next;
      } while (cursor);
      expect([seen.length, new Set(seen).size]).toEqual([121, 121]);
    }
  });

  test("keeps of a client that has left what was done in it, and tells nothing newer of it", async ({
    tx,
  }) => {
    const { log, one } = await twoVisits(tx);
    await leave(tx, one);
    expect(told(await log({ over: "clients" }))).toEqual([
      "cipher.viewed –",
      "client.entered Two",
      "client.entered –",
      "organization.entered_by_provider Two",
      "organization.entered_by_provider –",
    ]);
    expect(JSON.stringify(await log({ over: "clients" }))).not.toContain("Renamed since");
    expect((await log({ over: "clients", client: one })).map(({ type }) => type).sort()).toEqual([
      "cipher.viewed",
      "organization.entered_by_provider",
    ]);
  });

  test("names a client that has left on both sides as the provider's own log does", async ({ tx }) => {
    const { log, one, providerId, brett } = await twoVisits(tx);
    await leave(tx, one);
    const named = (await log({ over: "clients" })).map((event) => `${event.type} ${clientNameOf(event)}`);
    expect(named.sort()).toEqual([
      "cipher.viewed One",
      "client.entered One",
      "client.entered Two",
      "organization.entered_by_provider One",
      "organization.entered_by_provider Two",
    ]);
    // Outside of a visit nobody has said a name.
    const other = await aClientOf(tx, providerId, { name: "Never entered" });
    await record(
      tx,
      brett.actor,
      [{ type: "cipher.viewed", organizationId: other, itemId: await anItem(tx, other, []) }],
      { providerId },
      new Date(),
    );
    await leave(tx, other);
    const [unnamed] = await log({ over: "clients" });
    expect(unnamed?.client).toMatchObject({ id: other, name: null, formerName: null });
  });

  test("names a client that the provider has deleted", async ({ tx }) => {
    const { log, providerId, brett } = await twoVisits(tx);
    const organizationId = await aClientOf(tx, providerId, { name: "Made by mistake" });
    const invited: AuditEvent = {
      type: "organization_member.invited",
      organizationId,
      organizationMemberId: OrganizationMemberId.parse(randomUUID()),
      details: { email: "owner@client.example", role: "owner" },
    };
    await record(tx, brett.actor, [invited], { providerId }, new Date());
    await tx.update(sessions).set({ provenAt: new Date() });
    await execute(tx, deleteClient, brett.actor, { providerId, organizationId });
    const named = (await log({ over: "clients" })).map((event) => `${event.type} ${clientNameOf(event)}`);
    expect(named).toEqual(
      expect.arrayContaining([
        "organization_member.invited Made by mistake",
        "organization.deleted Made by mistake",
        "client.deleted Made by mistake",
      ]),
    );
  });

  test("answers ids of another provider like ids of nothing", async ({ tx }) => {
    const { providerId, brett } = await twoVisits(tx);
    const other = await twoVisits(tx);
    const answers = await Promise.all(
      ["own", "clients"].flatMap((over) =>
        [
          { client: other.one },
          { client: randomUUID() },
          { actor: other.brett.userId },
          { member: other.betty.memberId },
        ].map((filter) => ask(tx, listProviderEvents, brett.actor, { providerId, over, ...filter } as never)),
      ),
    );
    for (const answer of answers) expect(answer).toEqual({ events: [], next: null, member: null });
  });

  test("is an admin's", async ({ tx }) => {
    const { providerId, betty, log } = await twoVisits(tx);
    await expect(log({ over: "clients" }, betty)).rejects.toThrow(NotFound);
    await expect(ask(tx, listLoggedClients, betty.actor, { providerId })).rejects.toThrow(NotFound);
  });
});

describe("the clients to filter by", () => {
  const many = async (tx: Tx, providerId: ProviderId) => {
    const ids: OrganizationId[] = [];
    for (let i = 0; i < 101; i++)
      ids.push(await aClientOf(tx, providerId, { name: `Client ${String(i).padStart(3, "0")}` }));
    return ids;
  };

  test("are the first by name, those that are searched for, and the one that is chosen", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const last = (await many(tx, providerId)).at(-1);
    const offered = await ask(tx, listLoggedClients, brett.actor, { providerId });
    expect(offered).toMatchObject({ areMore: true });
    expect(offered.clients).toHaveLength(100);
    expect(offered.clients.map(({ id }) => id)).not.toContain(last);
    const found = await ask(tx, listLoggedClients, brett.actor, { providerId, search: "CLIENT 100" });
    expect(found).toEqual({ clients: [{ id: last, name: "Client 100" }], areMore: false });
    const chosen = await ask(tx, listLoggedClients, brett.actor, { providerId, chosen: last ?? null });
    expect(chosen.clients[0]).toEqual({ id: last, name: "Client 100" });
  });

  test("are none of another provider's, also where one is named", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const other = await aProviderWith(tx, wardens);
    const theirs = await aClientOf(tx, other.providerId);
    expect(await ask(tx, listLoggedClients, brett.actor, { providerId, chosen: theirs })).toEqual({
      clients: [],
      areMore: false,
    });
  });
});
