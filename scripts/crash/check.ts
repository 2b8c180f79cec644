// Run by scripts/crash.mjs after each kill: takes the lock over, and counts how often each row is there.
import { sql } from "drizzle-orm";
import { openDatabase } from "@/db/client";
import { environment } from "@/lib/env";

const { db, close } = await openDatabase(environment());
const { rows } = await db.execute<{ id: string; times: number; halves: number }>(
  sql`select abs(id)::text as id, (count(*) filter (where id > 0))::int as times,
        (count(*) filter (where id < 0))::int as halves
      from crash_rows group by abs(id)`,
);
console.log(JSON.stringify(rows));
await close();
