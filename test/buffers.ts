import { PGlite } from "@electric-sql/pglite";
import type { Logger } from "drizzle-orm/logger";
import { drizzle as inPostgres } from "drizzle-orm/node-postgres";
import { drizzle as inMemory } from "drizzle-orm/pglite";
import pg from "pg";
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

type Plan = { rows: { "QUERY PLAN": { Plan: Record<string, number> }[] }[] };
type Opened = {
  db: Database;
  send: (sql: string, params?: unknown[]) => Promise<unknown>;
  close: () => Promise<void>;
};

async function openInMemory(logger: Logger): Promise<Opened> {
  const client = await PGlite.create();
  return {
    db: asDatabase(inMemory({ client, casing: "snake_case", logger })),
    send: (sql, params) => client.query(sql, params),
    close: () => client.close(),
  };
}

function openPostgres(connectionString: string, logger: Logger): Opened {
  const client = new pg.Pool({ connectionString });
  return {
    db: asDatabase(inPostgres({ client, casing: "snake_case", logger })),
    send: (sql, params) => client.query(sql, params),
    close: () => client.end(),
  };
}

/**
 * A migrated database that tells how much of it a piece of work reads: exact, whatever the machine does.
 *
 * @param url of a PostgreSQL; without it, one in memory.
 */
export async function openMeasured(url?: string): Promise<MeasuredDatabase> {
  const sent: Statement[] = [];
  const logger = { logQuery: (sql: string, params: unknown[]) => void sent.push({ sql, params }) };
  const { db, send, close } = url ? openPostgres(url, logger) : await openInMemory(logger);
  await migrate(db);

  const explain = async ({ sql, params }: Statement) => {
    const { rows } = (await send(`explain (analyze, buffers, format json) ${sql}`, params)) as Plan;
    const plan = rows[0]?.["QUERY PLAN"][0]?.Plan ?? {};
    return (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0);
  };

  return {
    db,
    settle: async () => void (await send("vacuum analyze")),
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
    close,
  };
}
