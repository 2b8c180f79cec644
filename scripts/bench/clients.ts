import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { providerPlans } from "@/db/schema/provider-plans";
import type { ProviderId } from "@/lib/domain/ids";
import { clientFilters } from "@/lib/domain/provider/inputs";
import { getPortalOverview } from "@/lib/operations/client/get-portal-overview";
import { listClients } from "@/lib/operations/client/list-clients";
import { ask } from "@/lib/operations/query";
import { addClients } from "@/scripts/bench/client-rows";
import { openMeasured } from "@/test/buffers";
import type { Person } from "@/test/people";
import { aProviderWith } from "@/test/provider";

/** A page of fifty touches at most this many times more of the database at five thousand clients. */
const limit = 1.2;
/** At the smaller size, each filter and each tag still has more than a page of clients. */
const sizes = [300, 5_000] as const;
const sorts = ["name", "assigned", "used", "remaining", "plan"] as const;

/** A visit to each client, which is over. */
const visitEach = (db: Database, providerId: ProviderId, { userId, actor }: Person) =>
  db.execute(sql`
    insert into client_visits (provider_id, organization_id, user_id, session_id, started_at, ended_at)
    select ${providerId}, id, ${userId}, ${actor.sessionId}, now(), now()
    from organizations where provider_id = ${providerId}`);

/** Every order of all clients, of each filter and of one tag, and what the portal shows first. */
async function measure(count: number): Promise<Map<string, number>> {
  const { db, settle, buffersOf, close } = await openMeasured();
  const { providerId, brett } = await db.transaction((tx) =>
    aProviderWith(tx, { brett: "provider_admin, confirmed" }),
  );
  const [tag = null] = await addClients(db, providerId, count);
  await db.update(providerPlans).set({ seatMinimum: 75 }).where(eq(providerPlans.providerId, providerId));
  await visitEach(db, providerId, brett);
  await settle();

  const views = [
    { what: "all", view: {} },
    ...clientFilters.map((status) => ({ what: status, view: { status } })),
    { what: "a tag", view: { tag } },
  ];
  const buffers = new Map<string, number>();
  for (const { what, view } of views)
    for (const sort of sorts)
      buffers.set(
        `${what} by ${sort}`,
        await buffersOf(() => ask(db, listClients, brett.actor, { providerId, sort, ...view })),
      );
  buffers.set("the overview", await buffersOf(() => ask(db, getPortalOverview, brett.actor, { providerId })));
  await close();
  return buffers;
}

export async function run() {
  const [few, many] = [await measure(sizes[0]), await measure(sizes[1])];
  const ratios = [...few].map(([view, at]) => {
    const atMany = many.get(view) ?? Number.POSITIVE_INFINITY;
    return { view, few: at, many: atMany, ratio: atMany / at };
  });
  const lines = ratios.map(
    ({ view, few, many, ratio }) =>
      `${view}: ${few} buffers at ${sizes[0]} clients, ${many} at ${sizes[1]}, ratio ${ratio.toFixed(2)} (limit ${limit})`,
  );
  return { lines, ok: ratios.every(({ ratio }) => ratio <= limit) };
}
