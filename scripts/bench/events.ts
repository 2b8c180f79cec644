import { sql } from "drizzle-orm";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";
import { ask } from "@/lib/operations/query";
import { openMeasured } from "@/test/buffers";
import { aProviderWith } from "@/test/provider";

/** Events that the provider's people cause in clients: stamped with the provider, and none of its own log. */
const stamped = 1_000_000;
const own = 200;
/** The log's page touches at most this many times more with all of them than without. */
const limit = 1.2;

export async function run() {
  const { db, settle, buffersOf, close } = await openMeasured();
  const { providerId, brett } = await db.transaction((tx) =>
    aProviderWith(tx, { brett: "provider_admin, confirmed" }),
  );
  await db.execute(sql`
    insert into events (at, type, actor_kind, actor_id, provider_id)
    select now(), 'provider.updated', 'person', ${brett.userId}, ${providerId} from generate_series(1, ${own})`);
  const page = () => buffersOf(() => ask(db, listProviderEvents, brett.actor, { providerId }));
  await settle();
  const without = await page();

  const begun = performance.now();
  await db.execute(sql`
    with client as (select number, gen_random_uuid() as id from generate_series(0, 99) as number)
    insert into events (at, type, actor_kind, actor_id, provider_id, organization_id)
    select now(), 'cipher.viewed', 'person', ${brett.userId}, ${providerId}, client.id
    from generate_series(1, ${stamped}) as place join client on client.number = place % 100`);
  const seconds = (performance.now() - begun) / 1000;
  await settle();
  const withAll = await page();
  await close();
  const ratio = withAll / without;
  return {
    lines: [
      `the provider's log: ${without} buffers with no stamped events, ${withAll} with ${stamped} (made in ${seconds.toFixed(0)} s), ratio ${ratio.toFixed(2)} (limit ${limit})`,
    ],
    ok: ratio <= limit,
  };
}
