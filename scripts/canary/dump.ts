// Run by scripts/lib/canary.mjs: writes every row of every table as a line, among them one that was put there on purpose.
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { sql } from "drizzle-orm";
import { openDatabase } from "@/db/client";
import { environment } from "@/lib/env";

const { CANARY_DUMP: file, CANARY_PLANTED: planted } = process.env;
if (!file || !planted) throw new Error("CANARY_DUMP names the file to write, CANARY_PLANTED what to plant.");

const { db, close } = await openDatabase(environment());
const kept = createWriteStream(file);
try {
  await db.execute(sql`create table planted (bytes bytea)`);
  await db.execute(sql`insert into planted values (${Buffer.from(planted)})`);
  const { rows: tables } = await db.execute<{ schema: string; name: string }>(sql`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
  `);
  for (const { schema, name } of tables) {
    const table = sql`${sql.identifier(schema)}.${sql.identifier(name)}`;
    const { rows } = await db.execute<{ line: string }>(
      sql`select row_to_json(t)::text as line from ${table} t`,
    );
    for (const { line } of rows) kept.write(`${name} ${line}\n`);
  }
} finally {
  kept.end();
  await finished(kept);
  await close();
}
