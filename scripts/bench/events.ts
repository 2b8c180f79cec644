import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type OrganizationId, ProviderMemberId, UserId } from "@/lib/domain/ids";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";
import { ask } from "@/lib/operations/query";
import { openMeasured } from "@/test/buffers";
import { aClientOf, aProviderWith } from "@/test/provider";
import { startPostgres } from "../lib/postgres.mjs";

/** A page touches at most this many times more of the database beside a million events. */
const limit = 1.2;
/** And where it reads next to nothing, at most so many blocks more: an index of a million entries is one level higher. */
const levels = 3;
/** Events that the provider's people cause in clients, and those of its own log. */
const sizes = { few: { stamped: 100_000, own: 60_000 }, many: { stamped: 1_000_000, own: 60_000 } };
/** So many that none of them has a noticeable part of all events, as with a provider that has thousands. */
const clients = 1000;
/** Of what is rare, as many at either size, and all of it older than the rest: more than a page. */
const rare = 60;

type World = Awaited<ReturnType<typeof make>>;

/** A provider whose log is long, beside the events of its people in its clients. */
async function make(db: Database, { stamped, own }: { stamped: number; own: number }) {
  const { providerId, brett } = await db.transaction((tx) =>
    aProviderWith(tx, { brett: "provider_admin, confirmed" }),
  );
  const ids: OrganizationId[] = [];
  for (let i = 0; i <= clients; i++)
    ids.push(await db.transaction((tx) => aClientOf(tx, providerId, { name: `Client ${i}` })));
  const [rareClient, ...others] = ids as [OrganizationId, OrganizationId];
  const rareActor = UserId.parse(randomUUID());
  const rareMember = ProviderMemberId.parse(randomUUID());

  await db.execute(sql`
    insert into events (at, type, actor_kind, actor_id, user_id, provider_id, provider_member_id)
    select now() - interval '2 days', 'provider_member.confirmed', 'person', ${rareActor}, ${rareActor}, ${providerId}, ${rareMember}
    from generate_series(1, ${rare})`);
  await db.execute(sql`
    insert into events (at, type, actor_kind, actor_id, provider_id, organization_id)
    select now() - interval '2 days', 'policy.updated', 'person', ${rareActor}, ${providerId}, ${rareClient}
    from generate_series(1, ${rare})`);
  await db.execute(sql`
    insert into events (at, type, actor_kind, actor_id, provider_id, provider_organization_id)
    select now() - interval '2 days', 'client.entered', 'person', ${rareActor}, ${providerId}, tie.id
    from generate_series(1, ${rare}), provider_organizations as tie where tie.organization_id = ${rareClient}`);

  const everyClient = sql`(select row_number() over () - 1 as number, tie.id as tie, tie.organization_id as id
    from provider_organizations as tie where tie.provider_id = ${providerId} and tie.organization_id <> ${rareClient})`;
  await db.execute(sql`
    insert into events (at, type, actor_kind, actor_id, provider_id, provider_organization_id)
    select now(), 'client.entered', 'person', ${brett.userId}, ${providerId}, client.tie
    from generate_series(1, ${own}) as place join ${everyClient} as client on client.number = place % ${clients}
    order by place`);
  const begun = performance.now();
  await db.execute(sql`
    insert into events (at, type, actor_kind, actor_id, provider_id, organization_id)
    select now(), 'cipher.viewed', 'person', ${brett.userId}, ${providerId}, client.id
    from generate_series(1, ${stamped}) as place join ${everyClient} as client on client.number = place % ${clients}
    order by place`);
  const seconds = (performance.now() - begun) / 1000;
  return { providerId, brett, client: others[0], rareClient, rareActor, rareMember, seconds };
}

/** Each filter that the page offers, for what there is much of and for what is rare, alone and with dates. */
function viewsOf({ brett, client, rareClient, rareActor, rareMember }: World) {
  const from = new Date(Date.now() - 86_400_000);
  const filters = [
    ["all", {}],
    ["a kind", { kind: "client" }],
    ["a kind that is not there", { kind: "group" }],
    ["a person", { actor: brett.userId }],
    ["a rare person", { actor: rareActor }],
    ["a member", { member: rareMember }],
    ["a client", { client }],
    ["a rare client", { client: rareClient }],
    ["some days", { from }],
    ["a client and some days", { client, from }],
  ] as const;
  const inClients = [
    ["an item’s kind", { kind: "cipher" }],
    ["a rare kind", { kind: "policy" }],
  ] as const;
  return [
    ...filters.map(([what, view]) => [`own log, ${what}`, { ...view, over: "own" }] as const),
    ...[...filters, ...inClients].map(
      ([what, view]) => [`with clients, ${what}`, { ...view, over: "clients" }] as const,
    ),
  ];
}

/** The first page of each view, and the one after it where there is one. */
async function measure(url: string, size: { stamped: number; own: number }) {
  const { db, settle, buffersOf, close } = await openMeasured(url);
  const world = await make(db, size);
  await settle();
  const { providerId, brett, seconds } = world;
  const buffers = new Map<string, number>();
  for (const [what, view] of viewsOf(world)) {
    let next: string | null = null;
    const page = (cursor: string | null) => async () => {
      ({ next } = await ask(db, listProviderEvents, brett.actor, { providerId, ...view, cursor }));
    };
    buffers.set(what, await buffersOf(page(null)));
    if (next) buffers.set(`${what}, next page`, await buffersOf(page(next)));
  }
  await close();
  return { buffers, seconds };
}

/** On PostgreSQL: a million rows with their indexes take the embedded database many minutes. */
async function measureAlone(size: { stamped: number; own: number }) {
  const postgres = await startPostgres();
  if ("missing" in postgres) throw new Error(postgres.missing);
  try {
    return await measure(postgres.url, size);
  } finally {
    await postgres.stop();
  }
}

export async function run() {
  const few = await measureAlone(sizes.few);
  const many = await measureAlone(sizes.many);
  const ratios = [...few.buffers].map(([view, at]) => {
    const atMany = many.buffers.get(view) ?? Number.POSITIVE_INFINITY;
    return { view, at, atMany, ratio: atMany / at };
  });
  const made = `beside ${sizes.many.stamped} events in clients (made in ${many.seconds.toFixed(0)} s) and ${sizes.many.own} in the provider's log:`;
  const lines = ratios.map(
    ({ view, at, atMany, ratio }) =>
      `${view}: ${at} buffers beside few events, ${atMany} beside many, ratio ${ratio.toFixed(2)} (limit ${limit})`,
  );
  return {
    lines: [made, ...lines],
    ok: ratios.every(({ at, atMany, ratio }) => ratio <= limit || atMany - at <= levels),
  };
}
