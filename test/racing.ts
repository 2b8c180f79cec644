import { appendFileSync } from "node:fs";
import { type SQL, sql } from "drizzle-orm";
import { PgSelectBase } from "drizzle-orm/pg-core";
import { vi } from "vitest";
import type { z } from "zod";
import { type Database, openDatabase } from "@/db/client";
import type { Command } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import type { Lock } from "@/lib/operations/locks";

/** How an act ended: done, refused with a code, or broken in a way that no rule foresaw. */
export const outcomeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal;
      if (error instanceof NotFound) return "not_found";
      return `broken: ${error instanceof Error ? (error.cause ?? error) : error}`;
    },
  );

/** Lets acts loose at once and answers how each ended, sorted. */
export const race = async (acts: (() => Promise<unknown>)[]): Promise<string[]> =>
  (await Promise.all(acts.map((act) => outcomeOf(act())))).sort();

/** How many of `whole` rounds are played: all by `npm run races`, a part of them where `RACES_PART` says which. */
export const roundsOf = (whole: number): number => Math.ceil(whole / Number(process.env.RACES_PART ?? 1));

/** Plays `rounds` of a game that answers what it found wrong, or null, and counts the wrong ones. */
export async function violationsIn(rounds: number, round: () => Promise<string | null>): Promise<string[]> {
  const found: string[] = [];
  for (let played = 0; played < rounds; played++) {
    const wrong = await round();
    if (wrong) found.push(wrong);
  }
  return found;
}

/** The same operations with every row lock taken out of their queries: what the locks are there to prevent. */
export async function withoutLocks<Answer>(play: () => Promise<Answer>): Promise<Answer> {
  const spy = vi.spyOn(PgSelectBase.prototype, "for").mockImplementation(function unlocked(
    this: InstanceType<typeof PgSelectBase>,
  ) {
    return this;
  });
  try {
    return await play();
  } finally {
    spy.mockRestore();
  }
}

/** Waits until somebody waits for a lock, or `ended` says that nobody has to. */
export async function somebodyWaits(db: Database, ended: () => boolean): Promise<void> {
  while (!ended()) {
    const { rows } = await db.execute<{ waiting: number }>(
      sql`select count(*)::int as waiting from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if (rows[0]?.waiting) return;
  }
}

/** The same operations with every lock for a change of a row as strong as one for its deletion. */
export async function withStrongLocks<Answer>(play: () => Promise<Answer>): Promise<Answer> {
  const { for: lock } = PgSelectBase.prototype;
  const spy = vi.spyOn(PgSelectBase.prototype, "for").mockImplementation(function strong(
    this: InstanceType<typeof PgSelectBase>,
    strength,
    config,
  ) {
    return lock.call(this, strength === "no key update" ? "update" : strength, config);
  });
  try {
    return await play();
  } finally {
    spy.mockRestore();
  }
}

/** Adds to the figures that `npm run races` prints. */
export function report(rounds: number, violations: number, unlocked: number) {
  const file = process.env.RACES_SUMMARY;
  if (file) appendFileSync(file, `${rounds} ${violations} ${unlocked}\n`);
}

/** The same command without the locks of one kind: what they are there to prevent. */
export const lockingNo = <Schema extends z.ZodType, Standing, Result, Prepared>(
  whole: Lock["whole"],
  command: Command<Schema, Standing, Result, Prepared>,
): Command<Schema, Standing, Result, Prepared> => ({
  ...command,
  locks: async (step) => ((await command.locks?.(step)) ?? []).filter((lock) => lock.whole !== whole),
  run: (context) =>
    command.run({
      ...context,
      mustHold: (...locks) => context.mustHold(...locks.filter((lock) => lock.whole !== whole)),
    }),
});

/** How many deadlocks PostgreSQL has resolved while `play` had connections of its own, which are closed since. */
export async function deadlocksIn(url: string, play: (db: Database) => Promise<void>): Promise<number> {
  const observer = await openDatabase({ database: { driver: "pg", url } });
  const ask = async (what: SQL) => {
    const { rows } = await observer.db.execute<{ n: number }>(what);
    return rows[0]?.n ?? 0;
  };
  // Each connection reports what it has met when it is closed, if not before.
  const counted = sql`select deadlocks::int as n from pg_stat_database where datname = current_database()`;
  const players = sql`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and application_name = ${"players"}`;
  const before = await ask(counted);
  const named = new URL(url);
  named.searchParams.set("application_name", "players");
  const opened = await openDatabase({ database: { driver: "pg", url: named.href } });
  await play(opened.db);
  await opened.close();
  while ((await ask(players)) > 0);
  const after = await ask(counted);
  await observer.close();
  return after - before;
}
