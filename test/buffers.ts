import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { asDatabase, type Database } from "@/db/client";
import { migrate } from "@/db/migrate";

type Statement = { sql: string; params: unknown[] };

export type MeasuredDatabase = {
  db: Database;
  /** Up-to-date statistics, so that the plans are those of a database at rest. */
  settle: () => Promise<void>;
  /** Blocks of 8 kB that the reads of `work` touch, from memory or disk. */
  buffersOf: (work: () => Promise<unknown>) => Promise<number>;
  /** What `work` sends to the database, each statement as its text. */
  statementsOf: (work: () => Promise<unknown>) => Promise<string[]>;
  close: () => Promise<void>;
};

/** A migrated database in memory that tells how much of it a piece of work reads: exact, whatever the machine does. */
export async function openMeasured(): Promise<MeasuredDatabase> {
  const client = await PGlite.create();
  const sent: Statement[] = [];
  const logger = { logQuery: (sql: string, params: unknown[]) => void sent.push({ sql, params }) };
  const db = asDatabase(drizzle({ client, casing: "snake_case", logger }));
  await migrate(db);

  const explain = async ({ sql, params }: Statement) => {
    const { rows } = await client.query<{ "QUERY PLAN": { Plan: Record<string, number> }[] }>(
      `explain (analyze, buffers, format json) ${sql}`,
      params,
    );
    const plan = rows[0]?.["QUERY PLAN"][0]?.Plan ?? {};
    return (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0);
  };

  return {
    db,
    settle: async () => void (await client.query("vacuum analyze")),
    async buffersOf(work) {
      sent.length = 0;
      await work();
      const reads = sent.filter(({ sql }) => /^\s*\(*\s*(select|with)/i.test(sql));
      let total = 0;
      for (const statement of reads) total += await explain(statement);
      return total;
    },
    async statementsOf(work) {
      sent.length = 0;
      await work();
      return sent.map(({ sql }) => sql);
    },
    close: () => client.close(),
  };
}
