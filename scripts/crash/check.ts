// Run by scripts/crash.mjs after each kill: takes the lock over, and looks whether each act is there whole.
import { sql } from "drizzle-orm";
import { openDatabase } from "@/db/client";
import { environment } from "@/lib/env";

/**
 * One invitation writes a provider, two plans, a link, a mail and an event; all of them, once, or none. A mail that
 * has left keeps no address, so mails are counted together.
 */
const { db, close } = await openDatabase(environment());
const { rows } = await db.execute<{ email: string; isWhole: boolean }>(sql`
  with invited as (select owner_email as email, array_agg(id) as ids from providers group by owner_email)
  select email, cardinality(ids) = 1
    and (select count(*) from provider_plans where provider_id = any (ids)) = 2
    and (select count(*) from one_time_tokens where provider_id = any (ids)) = 1
    and (select count(*) from events where provider_id = any (ids) and type = 'provider.invited') = 1
    and (select count(*) from jobs where kind = 'mail') = (select count(*) from providers) as "isWhole"
  from invited
`);
console.log(JSON.stringify(rows));
await close();
