import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as ready } from "@/app/api/ready/route";
import { type Database, openDatabase } from "@/db/client";
import { closeSharedDatabase, openSharedDatabase } from "@/db/index";
import { answerMs, connectionMs, lockMs, statementMs } from "@/db/limits";
import { parseEnvironment } from "@/lib/env";
import { startNeonProxy } from "@/test/neon";
import { startPostgres } from "../scripts/lib/postgres.mjs";

// One of its own, since all of it is stopped. Where the races use a server elsewhere there may be none.
const postgres = await startPostgres();

describe.skipIf("missing" in postgres)("a database that hangs", () => {
  if ("missing" in postgres) return;
  const { url, pause, resume } = postgres;
  let shared: Database;
  beforeAll(async () => {
    shared = await openSharedDatabase(parseEnvironment({ DATABASE_URL: url }));
    await shared.execute(sql`create table kept (word text)`);
  });
  afterAll(async () => {
    await closeSharedDatabase();
    await postgres.stop();
  });

  /** Milliseconds until it failed, and the code of the error where the server told one. */
  async function failureOf(work: PromiseLike<unknown>): Promise<{ ms: number; code: unknown }> {
    const began = performance.now();
    const error = await Promise.resolve(work).then(
      () => null,
      (reason: { cause?: { code?: string } }) => reason,
    );
    expect(error).not.toBeNull();
    return { ms: performance.now() - began, code: error?.cause?.code };
  }

  test("is told of within two seconds, however often it is asked", async () => {
    expect((await ready()).status).toBe(200);
    pause();
    try {
      const began = performance.now();
      const answers = await Promise.all(Array.from({ length: 50 }, () => ready()));
      expect(performance.now() - began).toBeLessThan(2_000);
      expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(503));
      expect(answers[0]?.headers.get("retry-after")).toBe("5");
    } finally {
      resume();
    }
    await expect.poll(async () => (await ready()).status).toBe(200);
  });

  test.each(["pg", "neon"] as const)(
    "%s: gives up in time, and what was under way is never committed by the next user",
    async (driver) => {
      const closeProxy = await startNeonProxy(url);
      const { db, close } = await openDatabase({ database: { driver, url } });
      try {
        await db.execute(sql`select 1`);
        const interrupted = db.transaction(async (tx) => {
          await tx.execute(sql`insert into kept values ('before')`);
          pause();
          await tx.execute(sql`insert into kept values ('during')`);
        });
        const { ms } = await failureOf(interrupted);
        expect(ms).toBeLessThan(answerMs + 2_000);
        resume();
        await Promise.all(
          Array.from({ length: 10 }, () =>
            db.transaction((tx) => tx.execute(sql`insert into kept values ('after')`)),
          ),
        );
        const { rows } = await db.execute(sql`select distinct word from kept`);
        expect(rows).toEqual([{ word: "after" }]);
      } finally {
        resume();
        await db.execute(sql`delete from kept`);
        await close();
        closeProxy();
      }
    },
  );

  test("statements, waits for a lock and waits for a connection end in time", async () => {
    const { db, close } = await openDatabase({ database: { driver: "pg", url } });
    const sleeping = Array.from({ length: 10 }, () => failureOf(db.execute(sql`select pg_sleep(60)`)));
    const eleventh = failureOf(db.execute(sql`select 1`));
    const blocked = shared.transaction(async (tx) => {
      await tx.execute(sql`lock table kept`);
      return failureOf(shared.execute(sql`select * from kept`));
    });
    expect((await eleventh).ms).toBeLessThan(connectionMs + 1_500);
    const { ms: waited, code: lockCode } = await blocked;
    expect(lockCode).toBe("55P03");
    expect(waited).toBeLessThan(lockMs + 1_500);
    for (const { ms, code } of await Promise.all(sleeping)) {
      expect(code).toBe("57014");
      expect(ms).toBeLessThan(statementMs + 1_500);
    }
    await close();
  });
});
