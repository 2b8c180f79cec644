import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "@/db/client";
import { countStatements } from "@/db/counting";
import { isMigrated, migrate } from "@/db/migrate";
import { parseEnvironment } from "@/lib/env";
import { databaseOfThisWorker, test as testWithTx } from "@/test/database";

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("the embedded database is kept in its folder, and only one may have it open", async () => {
  const env = parseEnvironment({ DATA_DIR: join(aFolder(), "not/yet/there") });
  const first = await openDatabase(env);
  await first.db.execute(sql`create table kept as select 1 as one`);
  await expect(openDatabase(env)).rejects.toThrow(`in use by process ${process.pid}`);
  await first.close();

  const { folder } = env.database as { folder: string };
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  chmodSync(folder, 0o755);
  const again = await openDatabase(env);
  onTestFinished(again.close);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect((await again.db.execute(sql`select one from kept`)).rows).toEqual([{ one: 1 }]);
});

test("migrations are applied once", async () => {
  const { db, close } = await openDatabase(parseEnvironment({ DATA_DIR: aFolder() }));
  onTestFinished(close);
  await expect(isMigrated(db)).rejects.toThrow();
  expect(await migrate(db)).toBeGreaterThan(0);
  expect(await isMigrated(db)).toBe(true);
  expect(await migrate(db)).toBe(0);
});

test("statements are counted for the work that sent them", async () => {
  const { db, close } = await openDatabase({
    ...parseEnvironment({ DATA_DIR: aFolder() }),
    countStatements: true,
  });
  onTestFinished(close);
  const twice = () =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      await tx.execute(sql`select 2`);
    });
  const counts = await Promise.all([
    countStatements(twice),
    countStatements(() => db.execute(sql`select 3`)),
  ]);
  expect(counts.map(({ statements }) => statements)).toEqual([2, 1]);
});

const rowsOfScratch = sql`select count(*)::int as n from pg_tables where tablename = 'scratch'`;

testWithTx("a test's transaction, its savepoints included, can write", async ({ tx }) => {
  await tx.transaction((inner) => inner.execute(sql`create table scratch (id int)`));
  expect((await tx.execute(rowsOfScratch)).rows).toEqual([{ n: 1 }]);
});

testWithTx("and leaves nothing behind", async ({ tx }) => {
  expect((await tx.execute(rowsOfScratch)).rows).toEqual([{ n: 0 }]);
  expect(await databaseOfThisWorker()).toBe(await databaseOfThisWorker());
});
