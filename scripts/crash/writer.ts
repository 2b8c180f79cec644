// Run by scripts/crash.mjs, which kills it in the middle of its work.
import { sql } from "drizzle-orm";
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { environment } from "@/lib/env";

const { db } = await openDatabase(environment());
await migrate(db);
await db.execute(sql`create table if not exists crash_rows (id bigint not null, note text not null)`);

/** Each transaction writes two rows, so that half of one would show. An id is told only after its commit. */
const first = Number(process.env.FIRST_ID);
for (let id = first; ; id++) {
  await db.transaction(async (tx) => {
    await tx.execute(sql`insert into crash_rows (id, note) values (${id}, ${"x".repeat(200)})`);
    await tx.execute(sql`insert into crash_rows (id, note) values (${-id}, 'the other half')`);
  });
  process.stdout.write(`${id}\n`);
}
