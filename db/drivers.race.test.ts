import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { isMigrated, migrate } from "@/db/migrate";
import { openTestPostgres } from "@/test/database";
import { startNeonProxy } from "@/test/neon";

const postgres = await openTestPostgres();
afterAll(postgres.drop);

afterAll(await startNeonProxy(postgres.url));

test.each(["pg", "neon"] as const)(
  "%s: migrated, rolls back, reads only where told, answers in snake case",
  async (driver) => {
    const { db, close } = await openDatabase({ database: { driver, url: postgres.url } });
    try {
      expect(await isMigrated(db)).toBe(true);
      const refusal = db.transaction(async (tx) => {
        await tx.execute(sql`create table never (id int)`);
        throw new Error("undone");
      });
      await expect(refusal).rejects.toThrow("undone");
      expect((await db.execute(sql`select to_regclass('never') as name`)).rows).toEqual([{ name: null }]);

      const write = db.transaction((tx) => tx.execute(sql`create table never (id int)`), {
        accessMode: "read only",
      });
      await expect(write).rejects.toMatchObject({ cause: { code: "25006" } });
    } finally {
      await close();
    }
  },
);

test.each(["pg", "neon"] as const)(
  "%s: connections on which nothing could begin are missing to nobody",
  async (driver) => {
    const { db, close } = await openDatabase({ database: { driver, url: postgres.url } });
    try {
      // More often than the pool has connections. What cannot be understood stands for whatever breaks a beginning.
      for (let failed = 0; failed < 12; failed++)
        await expect(
          db.transaction(async () => {}, { isolationLevel: "broken" as "serializable" }),
        ).rejects.toThrow();
      const { rows } = await db.transaction((tx) => tx.execute(sql`select 1 as one`));
      expect(rows).toEqual([{ one: 1 }]);
    } finally {
      await close();
    }
  },
);

test("five instances that start on one empty database migrate it once", async () => {
  const name = `boot_${Date.now()}`;
  await postgres.db.execute(sql`create database ${sql.identifier(name)}`);
  const url = Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
  const instances = await Promise.all(
    Array.from({ length: 5 }, () => openDatabase({ database: { driver: "pg", url } })),
  );
  const applied = await Promise.all(instances.map(({ db }) => migrate(db)));
  await Promise.all(instances.map(({ close }) => close()));
  await postgres.db.execute(sql`drop database ${sql.identifier(name)} with (force)`);

  expect(applied.filter((count) => count > 0)).toHaveLength(1);
});
