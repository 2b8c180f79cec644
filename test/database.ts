import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import type { Logger } from "drizzle-orm/logger";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/pglite";
import { test as base, expect } from "vitest";
import { asDatabase, type Database, openDatabase, type Tx } from "@/db/client";
import { migrate } from "@/db/migrate";
import { untrueCounts } from "@/test/counts";

const migrationsFolder = join(process.cwd(), "db/migrations");
const cacheFolder = join(process.cwd(), "node_modules/.cache/trousseau");

class Undo extends Error {}

/**
 * A test with `tx`: a migrated, empty database in memory, whose transaction is rolled back afterwards. Whatever was
 * done in it, what the database counts and copies must be true in the end.
 */
export const test = base.extend<{ tx: Tx }>({
  tx: async ({}, use) => {
    const db = await databaseOfThisWorker();
    try {
      await db.transaction(async (tx) => {
        await use(tx);
        expect(await untrueCounts(tx)).toEqual([]);
        throw new Undo();
      });
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
    }
  },
});

const slot = Symbol.for("trousseau.test-database");
const worker = globalThis as { [slot]?: Promise<Database> };

/** Migrated and empty, and shared by all tests of the worker: write to it through `tx` only. */
export function databaseOfThisWorker(): Promise<Database> {
  worker[slot] ??= openInMemory();
  return worker[slot];
}

/** A database in memory of the caller's own, migrated and empty. */
export async function openInMemory(options: { logger?: Logger } = {}): Promise<Database> {
  return asDatabase(drizzle({ client: await migratedPGlite(), casing: "snake_case", ...options }));
}

/** Unpacking a migrated database takes a fifth of the time that making one does, so one is kept. */
async function migratedPGlite(): Promise<PGlite> {
  const dump = join(cacheFolder, `database-${fingerprint()}.tar.gz`);
  try {
    return await PGlite.create({ loadDataDir: new Blob([readFileSync(dump)]) });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }

  const client = await PGlite.create();
  await migrate(asDatabase(drizzle({ client, casing: "snake_case" })), migrationsFolder);
  const packed = await client.dumpDataDir("gzip");
  mkdirSync(cacheFolder, { recursive: true });
  const draft = `${dump}.${randomUUID()}`;
  writeFileSync(draft, Buffer.from(await packed.arrayBuffer()));
  renameSync(draft, dump);
  return client;
}

/** What the kept database depends on: every migration, and the version of PostgreSQL that made it. */
function fingerprint(): string {
  const engine = join(process.cwd(), "node_modules/@electric-sql/pglite/package.json");
  const { version } = JSON.parse(readFileSync(engine, "utf8"));
  const hash = createHash("sha256").update(`${version}`);
  for (const migration of readMigrationFiles({ migrationsFolder })) hash.update(migration.hash);
  return hash.digest("hex").slice(0, 16);
}

/**
 * A database of its own on a real PostgreSQL, whose address is in `TEST_POSTGRES_URL`: for tests of races,
 * which the embedded database hides by doing one thing at a time.
 */
export async function openTestPostgres(): Promise<{ db: Database; url: string; drop: () => Promise<void> }> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server)
    throw new Error("TEST_POSTGRES_URL is missing: npm run races starts a PostgreSQL and sets it.");

  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const root = await openDatabase({ database: { driver: "pg", url: server } });
  await root.db.execute(sql`create database ${sql.identifier(name)}`);
  const { db, close } = await openDatabase({ database: { driver: "pg", url: url.href } });
  await migrate(db, migrationsFolder);

  const drop = async () => {
    await close();
    await root.db.execute(sql`drop database ${sql.identifier(name)} with (force)`);
    await root.close();
  };
  return { db, url: url.href, drop };
}
